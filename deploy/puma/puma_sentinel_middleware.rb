# frozen_string_literal: true

require 'socket'
require_relative 'puma_sentinel_secrets'
require_relative 'puma_sentinel_writer'

# Writes one ECS JSON line a request. Never changes a request or a response, and none of its errors reaches the application.
# The outermost middleware sees most: `use PumaSentinel::Middleware`, in Rails
# `config.middleware.insert_before 0, PumaSentinel::Middleware`. How and why: README.md beside this file.
module PumaSentinel
  class Middleware
    LONG = 2048
    SHORT = 512
    HOUR_NANOS = 3_600_000_000_000

    # +path+: the file. +user+: called with env after the request, tells who signed in (an id, never a secret).
    # +user_key+: 32 characters or more; without it no user is logged. +writer+: for tests.
    def initialize(app, path: ENV['PUMA_SENTINEL_LOG'] || 'log/puma-sentinel.ndjson', service: ENV['PUMA_SENTINEL_SERVICE'] || 'puma',
                   host: ENV['PUMA_SENTINEL_HOST'] || Socket.gethostname, user: nil, user_key: ENV['PUMA_SENTINEL_USER_KEY'], writer: nil)
      @app = app
      @user = user
      @hash = KeyedHash.new(user_key) if user_key.to_s.length >= 32
      @origin = %("host":{"name":#{Text.quote(host, SHORT)}},"service":{"name":#{Text.quote(service, SHORT)},"type":"puma"},) +
                '"ecs":{"version":"8.11.0"}'
      @writer = writer || Writer.new(path, lost: method(:lost))
      @second = [0, '']
    end

    def call(env)
      seen = see(env)
      return @app.call(env) unless seen

      later = register(env, seen)
      begin
        response = @app.call(env)
      rescue Exception => e # rubocop:disable Lint/RescueException: told and raised again
        finish(env, seen, nil, e)
        raise
      end
      seen[:response] = response
      finish(env, seen, response) unless later
      response
    end

    private

    # What the request says before the application may change it.
    def see(env)
      started = Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond)
      { started: started, at: Process.clock_gettime(Process::CLOCK_REALTIME, :nanosecond),
        method: env['REQUEST_METHOD'], path: "#{env['SCRIPT_NAME']}#{env['PATH_INFO']}", query: env['QUERY_STRING'] }
    rescue StandardError
      nil
    end

    # Puma calls what is in this list when the response has been written.
    def register(env, seen)
      replies = env['rack.after_reply']
      return false unless replies.is_a?(Array)

      replies << -> { finish(env, seen, seen[:response]) }
      true
    rescue StandardError
      false
    end

    def finish(env, seen, response, error = nil)
      return if seen[:done]

      seen[:done] = true
      @writer.push(line(env, seen, response, error))
    rescue StandardError, SystemStackError, ScriptError
      nil
    end

    def line(env, seen, response, error)
      status = error ? 500 : response && response[0].to_i
      error ||= env['action_dispatch.exception'] || env['sinatra.error'] if status.to_i >= 500
      took = Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond) - seen[:started]
      out = +%({"@timestamp":"#{time(seen[:at])}","event":{"kind":"event","category":["web"],"duration":#{took}},)
      http(out, env, seen, status, response)
      client(out, env)
      told(out, env, seen, status, response)
      failure(out, error) if error.is_a?(Exception)
      out << %("process":{"pid":#{Process.pid}},) << @origin << '}'
    end

    def http(out, env, seen, status, response)
      protocol = env['SERVER_PROTOCOL']
      version = protocol == 'HTTP/1.1' ? '"1.1"' : Text.quote(protocol.to_s.delete_prefix('HTTP/'), 16)
      out << %("http":{"version":#{version},"request":{)
      add(out, 'id', env['action_dispatch.request_id'] || env['HTTP_X_REQUEST_ID'], 128)
      add(out, 'referrer', env['HTTP_REFERER'] && Secrets.referrer(env['HTTP_REFERER'].scrub('?')), SHORT)
      add(out, 'headers":{"x-forwarded-for', tail(env['HTTP_X_FORWARDED_FOR']), LONG, '}')
      out << %("method":#{Text.quote(seen[:method], 32)}})
      if status
        length = header(response, 'content-length', 'Content-Length').to_s
        bytes = length.match?(/\A\d{1,18}\z/) ? %(,"body":{"bytes":#{length.to_i}}) : ''
        out << %(,"response":{"status_code":#{status}#{bytes}})
      end
      out << '},"url":{'
      add(out, 'query', seen[:query].to_s.empty? ? nil : Secrets.query(encoded(seen[:query])), LONG)
      add(out, 'domain', domain(env['HTTP_HOST']), 255)
      out << %("path":#{Text.quote(encoded(seen[:path]), LONG)}},)
    end

    def client(out, env)
      add(out, 'source":{"ip', env['REMOTE_ADDR'], 64, '}')
      add(out, 'user_agent":{"original', env['HTTP_USER_AGENT'], SHORT, '}')
      trace = env['HTTP_TRACEPARENT'].to_s
      out << %("trace":{"id":"#{trace[3, 32]}"},) if trace.match?(/\A\h\h-\h{32}-\h{16}-\h\h/)
    end

    # What the application tells, each by itself, for each may fail by itself.
    def told(out, env, seen, status, response)
      queued = queue_millis(env['HTTP_X_REQUEST_START'], seen[:at])
      out << %("queue_time_ms":#{queued},) if queued
      name = user(env)
      out << %("user":{"name":"#{name}"},) if name
      add(out, 'route', route(env), SHORT)
      auth = env['puma_sentinel.auth'].to_s
      out << %("puma":{"auth":"#{auth}"},) if %w[success failure attempt].include?(auth)
      add(out, 'location', header(response, 'location', 'Location')&.[](/\A[^?#]*/), SHORT) if status == 302 || status == 303
    end

    def failure(out, error)
      out << %("error":{"type":#{Text.quote(error.class.name, 256)},)
      frames = (error.backtrace || []).first(20).map { |frame| Text.quote(frame, SHORT) }
      out << %("stack_trace":[#{frames.join(',')}],) unless frames.empty?
      message = begin
        Secrets.text(error.message.to_s.dup.force_encoding(Encoding::UTF_8))
      rescue StandardError
        ''
      end
      out << %("message":#{Text.quote(message, LONG)}},)
    end

    def route(env)
      told = env['puma_sentinel.route'] || env['sinatra.route']
      return told if told

      rails = env['action_dispatch.request.path_parameters']
      "#{rails[:controller]}##{rails[:action]}" if rails.is_a?(Hash) && rails[:controller] && rails[:action]
    end

    # A keyed hash: the same user has the same name, and nobody without the key can try names out.
    def user(env)
      return unless @hash

      id = (@user ? @user.call(env) : env['puma_sentinel.user'] || env['REMOTE_USER']).to_s
      "u-#{@hash.hex(id)[0, 32]}" unless id.empty?
    rescue StandardError
      nil
    end

    # What proxies write: t=1700000000.123, or seconds, milli-, micro- or nanoseconds.
    def queue_millis(text, at_nanos)
      return unless text&.match?(/\A(?:t=)?\d{9,20}(?:\.\d{1,9})?\z/)

      whole, fraction = text.delete_prefix('t=').split('.')
      number = whole.to_i
      unit = 1
      unit *= 1000 while number * unit < 100_000_000_000_000_000
      number = number * unit + (fraction ? fraction.to_i * unit / 10**fraction.size : 0)
      waited = at_nanos - number
      (waited.clamp(0, HOUR_NANOS) / 1_000_000.0).round(3) if waited > -1_000_000 && waited < HOUR_NANOS
    end

    def time(nanos)
      second, rest = nanos.divmod(1_000_000_000)
      known, text = @second
      @second = [second, text = Time.at(second).utc.strftime('%Y-%m-%dT%H:%M:%S')] unless known == second
      "#{text}.#{(rest / 1_000_000).to_s.rjust(3, '0')}Z"
    end

    # Raw bytes in an address become what a browser would have sent.
    def encoded(text)
      text.ascii_only? ? text : text.b.gsub(/[\x80-\xff]/n) { |byte| format('%%%02X', byte.ord) }
    end

    # The nearest hops stand last, and only they can be believed.
    def tail(chain)
      chain && chain.bytesize > LONG ? chain.byteslice(-LONG, LONG) : chain
    end

    def domain(host)
      host&.match?(/:\d+\z/) ? host[0, host.rindex(':')] : host
    end

    # Rack 3 has lower-case names, older ones mostly not.
    def header(response, name, older)
      headers = response && response[1]
      headers && (headers[name] || headers[older])
    end

    def add(out, name, value, limit, closing = '')
      out << %("#{name}":#{Text.quote(value, limit)}#{closing},) if value
    end

    def lost(count, why)
      %({"@timestamp":"#{time(Process.clock_gettime(Process::CLOCK_REALTIME, :nanosecond))}","log":{"level":"error"},) +
        %("message":"puma_sentinel lost #{count} log lines: #{why}","process":{"pid":#{Process.pid}},#{@origin}})
    end
  end
end

# frozen_string_literal: true

require 'json'
require 'minitest/autorun'
require 'openssl'
require_relative '../puma_sentinel_middleware'

class MiddlewareTest < Minitest::Test
  KEY = 'k' * 40

  # Takes lines as the writer does, or fails.
  class Lines
    attr_reader :all
    attr_accessor :broken

    def initialize
      @all = []
    end

    def push(line)
      raise IOError, 'broken' if broken

      @all << line
    end
  end

  def setup
    @lines = Lines.new
  end

  def watch(user_key: KEY, user: nil, &app)
    PumaSentinel::Middleware.new(app || ->(_) { [200, {}, []] }, writer: @lines, service: 'shop', host: 'web-1', user_key: user_key, user: user)
  end

  def request(more = {})
    { 'REQUEST_METHOD' => 'GET', 'SCRIPT_NAME' => '', 'PATH_INFO' => '/x', 'QUERY_STRING' => '', 'SERVER_PROTOCOL' => 'HTTP/1.1',
      'REMOTE_ADDR' => '10.0.0.1', 'HTTP_HOST' => 'shop.example' }.merge(more)
  end

  def line
    assert_equal 1, @lines.all.size
    JSON.parse(@lines.all.first)
  end

  def test_masks_values_behind_telling_names_however_they_are_written
    query = 'a=1&token=x1&user[password]=x1&user%5Bp%61sswd%5D=x1&api_key=x1&q=a%20b&flag&pinned=1'
    watch.call(request('QUERY_STRING' => query))
    told = line['url']['query']
    refute_includes told, 'x1'
    assert_includes told, 'a=1&token=[REDACTED]&'
    assert told.end_with?('&q=a%20b&flag&pinned=1'), told
  end

  def test_hashes_the_user_as_rfc_2104_says_and_logs_none_without_a_key
    watch.call(request('REMOTE_USER' => 'alice'))
    assert_equal "u-#{OpenSSL::HMAC.hexdigest('SHA256', KEY, 'alice')[0, 32]}", line['user']['name']
    @lines.all.clear
    [nil, 'short'].each { |key| watch(user_key: key).call(request('REMOTE_USER' => 'alice')) }
    refute_includes @lines.all.join, 'alice'
    refute_includes @lines.all.join, '"user"'
  end

  def test_raises_the_applications_own_exception_and_tells_it
    error = RuntimeError.new("bad\xFF {\"password\"=>\"x1\", token: x1}")
    raised = assert_raises(RuntimeError) { watch { |_| raise error }.call(request) }
    assert_same error, raised
    assert_equal 'RuntimeError', line['error']['type']
    refute_includes @lines.all.first, 'x1'
    assert_equal 500, line['http']['response']['status_code']
  end

  def test_hands_on_response_and_environment_as_they_are
    response = [200, { 'a' => 'b' }.freeze, ['x'].freeze].freeze
    env = request.freeze
    given = nil
    assert_same response, watch { |e| (given = e) && response }.call(env)
    assert_same env, given
  end

  def test_waits_for_the_end_of_the_response_where_puma_tells_it
    env = request('rack.after_reply' => [])
    watch.call(env)
    assert_empty @lines.all
    2.times { env['rack.after_reply'].each(&:call) }
    assert line
  end

  def test_no_failure_of_its_own_reaches_the_application
    @lines.broken = true
    assert_equal 200, watch.call(request).first
    @lines.broken = false
    [nil, 7, Object.new, "\xFF", [], {}].each do |odd|
      env = request.transform_values { odd }.merge('HTTP_REFERER' => odd, 'QUERY_STRING' => odd, 'rack.after_reply' => odd)
      assert_equal 200, watch.call(env).first
      assert_equal 200, watch { |_| [200, odd, []] }.call(request('HTTP_TRACEPARENT' => 'x')).first
    end
    assert_equal 200, watch(user: ->(_) { raise 'no user' }).call(request).first
    assert_nil watch { |_| nil }.call(request)
    assert_raises(NoMethodError) { watch { |_| nil.foo }.call(nil) }
    @lines.all.each { |text| JSON.parse(text) }
  end

  def test_knows_the_forms_of_request_start_and_believes_no_absurd_one
    now = Process.clock_gettime(Process::CLOCK_REALTIME)
    ["t=#{(now - 0.5).round(3)}", ((now - 0.5) * 1000).to_i.to_s, "t=#{((now - 0.5) * 1e6).to_i}", ((now - 0.5) * 1e9).to_i.to_s].each do |text|
      watch.call(request('HTTP_X_REQUEST_START' => text))
      assert_in_delta 500, JSON.parse(@lines.all.last)['queue_time_ms'], 200, text
    end
    ['t=1', 'x', "t=#{now + 60}", "t=#{now - 7200}", '9' * 40].each do |text|
      watch.call(request('HTTP_X_REQUEST_START' => text))
      refute JSON.parse(@lines.all.last).key?('queue_time_ms'), text
    end
  end

  def test_bounds_what_a_client_may_write
    long = "\u0001" * 100_000
    watch.call(request.merge('HTTP_USER_AGENT' => long, 'HTTP_X_FORWARDED_FOR' => "#{long}8.8.8.8", 'PATH_INFO' => "/#{long}",
                             'QUERY_STRING' => "a=#{long}", 'HTTP_REFERER' => long, 'HTTP_HOST' => long, 'HTTP_X_REQUEST_ID' => long))
    assert_operator @lines.all.first.bytesize, :<, 64 * 1024
    assert line['http']['request']['headers']['x-forwarded-for'].end_with?('8.8.8.8')
  end
end

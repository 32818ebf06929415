# frozen_string_literal: true

# What the middleware costs a request: the same application with and without it, taking turns in one process. Prints µs a request:
# processor time of the whole process, the writing thread included, and wall time, which counts only on a quiet machine.
#   ruby overhead.rb [FILE]
require 'tmpdir'
require_relative '../puma_sentinel_middleware'

ROUNDS = 15
REQUESTS = 4000
BARE = ->(_env) { [200, { 'Content-Type' => 'text/plain', 'Content-Length' => '2' }, ['ok']] }

def environment(number)
  { 'REQUEST_METHOD' => 'GET', 'SCRIPT_NAME' => '', 'PATH_INFO' => "/orders/#{number}", 'QUERY_STRING' => "page=#{number}&token=abc",
    'SERVER_PROTOCOL' => 'HTTP/1.1', 'HTTP_HOST' => 'shop.example:443', 'REMOTE_ADDR' => '10.0.0.2',
    'HTTP_X_FORWARDED_FOR' => '203.0.113.7, 10.0.0.9', 'HTTP_X_REQUEST_START' => "t=#{Time.now.to_f.round(3)}",
    'HTTP_USER_AGENT' => 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    'HTTP_REFERER' => 'https://shop.example/orders?token=abc', 'HTTP_X_REQUEST_ID' => 'b82d5648-5d1c-4b5c-8f5f-6f1f6f1f6f1f',
    'puma_sentinel.user' => "user-#{number}", 'puma_sentinel.route' => 'orders#show' }
end

# [processor time, wall time], with what waits written.
def micros(app, writer)
  GC.start
  began = clocks
  REQUESTS.times do |number|
    env = environment(number)
    replies = env['rack.after_reply'] = []
    app.call(env)
    replies.each(&:call)
  end
  wall = clocks.last - began.last
  writer.flush(10)
  [clocks.first - began.first, wall].map { |seconds| seconds / REQUESTS * 1e6 }
end

def clocks
  [Process::CLOCK_PROCESS_CPUTIME_ID, Process::CLOCK_MONOTONIC].map { |clock| Process.clock_gettime(clock) }
end

def median(values)
  values.sort[values.size / 2]
end

Dir.mktmpdir do |folder|
  writer = PumaSentinel::Writer.new(ARGV[0] || "#{folder}/requests.ndjson", limit_bytes: 64 * 1024 * 1024)
  watched = PumaSentinel::Middleware.new(BARE, writer: writer, user_key: 'k' * 32)
  micros(watched, writer)
  with = []
  without = []
  ROUNDS.times do
    without << micros(BARE, writer)
    with << micros(watched, writer)
  end
  raise "#{writer.dropped} lines lost" if writer.dropped.positive?

  %w[processor wall].each_with_index do |name, i|
    before, after = [without, with].map { |rounds| median(rounds.map { |round| round[i] }) }
    printf("%-9s time: without %.1f µs, with %.1f µs a request, %.1f µs more (least %.1f; medians of %d rounds of %d)\n",
           name, before, after, after - before, with.map { |round| round[i] }.min - before, ROUNDS, REQUESTS)
  end
end

# frozen_string_literal: true

# Starts a real Puma, sends it requests of every kind, stops it: what it wrote is in the folder.
#   ruby drive.rb WORKERS FOLDER
require_relative 'real_puma'

def expect(expected, answer)
  got = answer.is_a?(String) ? answer.split[1] : answer.code
  raise "answered #{got} instead of #{expected}" unless got == expected.to_s
end

def drive(puma)
  expect 200, puma.get('/chain?x=1&token=s3cr3t&user%5Bp%61ssword%5D=s3cr3t',
                       'X-Forwarded-For' => '198.51.100.9, 203.0.113.7, 10.0.0.2', 'User-Agent' => "sqlmap/1.7 \u00e9\"\\",
                       'X-Request-Start' => format('t=%.3f', Time.now.to_f - 0.25), 'X-Request-Id' => 'request-1', 'Host' => 'shop.example:8443',
                       'Cookie' => 'session=s3cr3t', 'Authorization' => 'Bearer s3cr3t', 'Referer' => 'https://a:s3cr3t@b.example/x?token=s3cr3t',
                       'Traceparent' => '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01')
  expect 500, puma.get('/boom?id=3', 'X-Request-Id' => 'request-2')
  expect 200, puma.post('/session?user=alice')
  expect 200, puma.post('/session?user=mallory')
  expect 302, puma.get('/away')
  expect 204, puma.get('/renamed')
  puma.raw("GET /halfway HTTP/1.1\r\nHost: h\r\n\r\n")
  expect 500, puma.get('/throws')
  expect 200, puma.raw("GET /caf\xE9?q=\xFF\xFE HTTP/1.1\r\nHost: h\xE9\r\nUser-Agent: \xE9\xFF\r\nX-Forwarded-For: \xFF\r\n\r\n".b)
  expect 400, puma.raw("\x16\x03\x01\x02\x00garbage\r\n\r\n".b)
  threads = Array.new(4) { |t| Thread.new { 25.times { |i| expect 200, puma.get("/many/#{t * 25 + i}") } } }
  threads.each(&:join)
end

workers, folder = ARGV
puma = RealPuma.new(folder, workers: Integer(workers))
begin
  drive(puma)
  puma.await('two check-ins with processor time') do
    puma.lines('stats.ndjson').join.scan(/"last_checkin":"[^"]+"/).uniq.size >= (workers == '0' ? 0 : 2) &&
      puma.lines('stats.ndjson').count { |line| line.include?('cpu_pct') } >= 3
  end
ensure
  puma.stop
end

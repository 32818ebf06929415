# frozen_string_literal: true

# The application of the tests: says what it is asked to.
require_relative '../puma_sentinel_middleware'

use PumaSentinel::Middleware

run(lambda do |env|
  text = { 'Content-Type' => 'text/plain' }
  case env['PATH_INFO']
  when '/boom' then raise ArgumentError, "no such thing\npassword=hunter2"
  when '/session'
    good = env['QUERY_STRING'].include?('user=alice')
    env['puma_sentinel.auth'] = good ? 'success' : 'failure'
    env['puma_sentinel.user'] = 'alice' if good
    env['puma_sentinel.route'] = 'sessions#create'
    [200, text, ['signed in or not']]
  when '/away' then [302, { 'Location' => 'https://shop.example/elsewhere?ticket=1' }, []]
  when '/renamed'
    env['PATH_INFO'] = '/else'
    env['REQUEST_METHOD'] = 'DELETE'
    [204, {}, []]
  when '/halfway'
    body = Object.new
    def body.each
      yield 'a'
      raise 'in the body'
    end
    [200, text, body]
  when '/throws' then throw :nobody_catches
  else [200, text.merge('Content-Length' => '2'), ['ok']]
  end
end)

# frozen_string_literal: true

require 'fileutils'
require 'net/http'
require 'socket'

# A real Puma with the fragment, the middleware and the plugin, in a folder of its own.
class RealPuma
  HERE = __dir__
  KEY = 'only-for-tests-0123456789-0123456789'
  SECONDS = 20

  attr_reader :port, :folder

  def initialize(folder, workers:, log: "#{folder}/requests.ndjson")
    FileUtils.mkdir_p(folder)
    @folder = folder
    @port = TCPServer.open('127.0.0.1', 0) { |server| server.addr[1] }
    environment = {
      'PUMA_LOGS' => folder, 'PUMA_STATE' => folder, 'PUMA_SENTINEL_LOG' => log, 'PUMA_SENTINEL_STATS' => "#{folder}/stats.ndjson",
      'PUMA_SENTINEL_INTERVAL' => '0.5', 'PUMA_SENTINEL_SERVICE' => 'shop', 'PUMA_SENTINEL_HOST' => 'web-1',
      'PUMA_SENTINEL_USER_KEY' => KEY, 'RACK_ENV' => 'production'
    }
    @pid = spawn(environment, 'puma', '-C', "#{HERE}/../puma.rb", '-w', workers.to_s, '-t', '1:4', '-b', "tcp://127.0.0.1:#{@port}",
                 "#{HERE}/config.ru", out: "#{folder}/boot.log", err: "#{folder}/boot.err.log")
    await('an answer') { get('/up').code == '200' }
  end

  def await(what)
    ends = Process.clock_gettime(Process::CLOCK_MONOTONIC) + SECONDS
    until attempt { yield }
      raise "waited in vain for #{what}" if Process.clock_gettime(Process::CLOCK_MONOTONIC) > ends

      sleep 0.05
    end
  end

  def get(target, headers = {})
    Net::HTTP.start('127.0.0.1', @port) { |http| http.get(target, headers) }
  end

  def post(target, headers = {})
    Net::HTTP.start('127.0.0.1', @port) { |http| http.post(target, '', headers) }
  end

  # Sends bytes as they are; the first line of the answer.
  def raw(bytes)
    TCPSocket.open('127.0.0.1', @port) do |socket|
      socket.write(bytes)
      socket.gets.to_s.strip
    end
  end

  def lines(file)
    path = "#{@folder}/#{file}"
    File.exist?(path) ? File.readlines(path, chomp: true) : []
  end

  def signal(name)
    Process.kill(name, @pid)
  end

  def stop
    return unless @pid

    signal('TERM')
    Process.wait(@pid)
    @pid = nil
  end

  private

  def attempt
    yield
  rescue SystemCallError, IOError
    false
  end
end

# frozen_string_literal: true

require 'etc'
require 'socket'
require 'time'
require_relative 'puma_sentinel_writer'

# Samples Puma's /stats with memory and processor time of each worker, one JSON line a sample.
# In Puma, from its configuration:      require_relative 'puma_sentinel_stats'; plugin :puma_sentinel_stats
# Beside Puma, over its control server: ruby puma_sentinel_stats.rb --state tmp/puma.state
# Ruby 2.7 or newer, no gem; processes are measured where there is a /proc.
module PumaSentinel
  # RSS in bytes, and cores used since the last look at the same process.
  class Processes
    def initialize(proc_folder = '/proc')
      @proc = proc_folder
      @tick = Etc.sysconf(Etc::SC_CLK_TCK).to_f
      @page = Etc.sysconf(Etc::SC_PAGESIZE)
      @last = {}
    end

    # Empty for a process that is gone; without cpu_pct at its first look.
    def of(pid)
      fields = File.read("#{@proc}/#{pid}/stat").rpartition(')').last.split
      now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      seen = { started: fields[19], cpu: (fields[11].to_i + fields[12].to_i) / @tick, at: now }
      before = @last[pid]
      @last[pid] = seen
      told = { rss_bytes: File.read("#{@proc}/#{pid}/statm").split[1].to_i * @page }
      if before && before[:started] == seen[:started] && now > before[:at]
        told[:cpu_pct] = ((seen[:cpu] - before[:cpu]) / (now - before[:at])).round(4)
      end
      told
    rescue SystemCallError
      {}
    end

    def keep(pids)
      @last.keep_if { |pid, _| pids.include?(pid) }
    end
  end

  # Makes the line of one poll.
  class Samples
    def initialize(service:, host:, processes: Processes.new)
      @service = service
      @host = host
      @processes = processes
    end

    # +stats+: the body of /stats with symbols as keys; +pid+: of the master, or of the only process.
    def line(stats, pid, at)
      workers = stats[:worker_status]
      measured = workers ? stats.merge(worker_status: workers.map { |worker| measure(worker, worker[:pid]) }) : measure(stats, pid)
      @processes.keep(workers ? workers.map { |worker| worker[:pid] } : [pid])
      json(ts: at.utc.iso8601(3), host: @host, service: @service, mode: workers ? 'cluster' : 'single', puma_pid: pid, stats: measured)
    end

    private

    def measure(hash, pid)
      told = pid ? @processes.of(pid) : {}
      told.empty? ? hash : hash.merge(process: told)
    end

    def json(value)
      case value
      when Hash then "{#{value.map { |name, inner| "#{Text.quote(name, 128)}:#{json(inner)}" }.join(',')}}"
      when Array then "[#{value.map { |inner| json(inner) }.join(',')}]"
      when Integer, true, false then value.to_s
      when Float then value.finite? ? value.to_s : 'null'
      when nil then 'null'
      when Time then json(value.utc.iso8601)
      else Text.quote(value, 512)
      end
    end
  end

  # Asks the control server of a Puma that runs by itself.
  class ControlServer
    SECONDS = 5

    # From a state file, which Puma writes where `state_path` says.
    def self.from_state(path)
      told = File.readlines(path).map { |line| line.strip.split(': ', 2) }.select { |pair| pair.size == 2 }.to_h
      told.transform_values! { |text| text.delete('"') }
      new(told['control_url'], told['control_auth_token'], told['pid'].to_i)
    end

    attr_reader :pid

    def initialize(url, token, pid)
      raise ArgumentError, 'the control server: no URL; call activate_control_app in the configuration' if url.to_s.empty?

      @url = url
      @token = token
      @pid = pid
    end

    def stats
      require 'json'
      head, body = answer.split("\r\n\r\n", 2)
      raise IOError, "the control server answered #{head.to_s.lines.first.to_s.strip}" unless head.to_s.start_with?('HTTP/1.') && head[9, 3] == '200'

      JSON.parse(body, symbolize_names: true)
    end

    private

    def answer
      socket = connect
      socket.write("GET /stats?token=#{@token} HTTP/1.0\r\nHost: localhost\r\n\r\n")
      read = +''
      while IO.select([socket], nil, nil, SECONDS) || raise(IOError, 'the control server says nothing')
        read << (socket.read_nonblock(65_536, exception: false) || break).to_s
      end
      read
    ensure
      socket&.close
    end

    def connect
      return UNIXSocket.new(@url.delete_prefix('unix://').sub(/\?.*/, '')) if @url.start_with?('unix://')

      host, _, port = @url.delete_prefix('tcp://').sub(/\?.*/, '').rpartition(':')
      Socket.tcp(host.delete('[]'), port.to_i, connect_timeout: SECONDS)
    end
  end

  # Writes a sample each +interval+ seconds, for ever. What fails costs that sample.
  class Poller
    def initialize(path:, interval: 5.0, service: ENV['PUMA_SENTINEL_SERVICE'] || 'puma', host: ENV['PUMA_SENTINEL_HOST'] || Socket.gethostname)
      @interval = [interval.to_f, 0.1].max
      @samples = Samples.new(service: service, host: host)
      @writer = Writer.new(path)
      @warned = nil
    end

    # +source+: yields nothing, returns [stats, pid].
    def run(&source)
      loop do
        sample(&source)
        sleep @interval
      end
    end

    def sample
      at = Time.now
      stats, pid = yield
      @writer.push(@samples.line(stats, pid, at)) if stats
    rescue StandardError => e
      tell(e)
    end

    private

    # On standard error, once for each kind of trouble, as a line that the job reads too.
    def tell(error)
      return if @warned == error.class

      @warned = error.class
      text = Text.quote("puma_sentinel: no stats: #{error.class}: #{error.message}", 512)
      $stderr.puts %({"@timestamp":"#{Time.now.utc.iso8601(3)}","log":{"level":"error"},"message":#{text}})
    rescue StandardError
      nil
    end
  end

  STATS_FILE = 'log/puma-stats.ndjson'

  def self.poll_for_ever(server, interval, path)
    Poller.new(path: path, interval: interval).run { [server.call.stats, server.call.pid] }
  end
end

if defined?(Puma::Plugins)
  # Registered by hand: Puma::Plugin.create takes the name from a path .../puma/plugin/NAME.rb, which this file has not.
  Puma::Plugins.register('puma_sentinel_stats', Class.new(Puma::Plugin) do
    # In the master or the only process; workers are seen through it.
    def start(launcher)
      in_background do
        path = ENV['PUMA_SENTINEL_STATS'] || PumaSentinel::STATS_FILE
        poller = PumaSentinel::Poller.new(path: path, interval: ENV['PUMA_SENTINEL_INTERVAL'] || 5)
        sleep 0.5 # the server is made after its plugins
        poller.run { [launcher.stats, Process.pid] }
      rescue StandardError => e
        $stderr.puts "puma_sentinel_stats: #{e.class}"
      end
    end
  end)
elsif $PROGRAM_NAME == __FILE__
  require 'optparse'
  options = { out: PumaSentinel::STATS_FILE, interval: 5.0 }
  OptionParser.new do |o|
    o.on('--state FILE', 'what state_path says in the configuration') { |v| options[:state] = v }
    o.on('--control-url URL', 'instead of --state; its token in PUMA_SENTINEL_TOKEN, its process in --pid') { |v| options[:url] = v }
    o.on('--pid N', Integer) { |v| options[:pid] = v }
    o.on('--interval SECONDS', Float) { |v| options[:interval] = v }
    o.on('--out FILE') { |v| options[:out] = v }
  end.parse!
  # The state file is read each time: a restarted Puma has another token.
  server = lambda do
    next PumaSentinel::ControlServer.from_state(options[:state]) if options[:state]

    PumaSentinel::ControlServer.new(options[:url], ENV['PUMA_SENTINEL_TOKEN'], options[:pid])
  end
  trap('TERM') { exit }
  trap('INT') { exit }
  PumaSentinel.poll_for_ever(server, options[:interval], options[:out])
end

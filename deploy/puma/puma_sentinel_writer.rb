# frozen_string_literal: true

# Appends lines to a file from one thread of its own. Callers never wait for a disk: a line goes into a bounded
# buffer or is dropped and counted. Safe in threads and across fork. Ruby 2.7 or newer, no gem.
module PumaSentinel
  # JSON without a library: an application may have changed what to_json means.
  module Text
    ESCAPES = Hash.new { |_, c| format('\u%04x', c.ord) }
                  .merge('"' => '\"', '\\' => '\\\\', "\n" => '\n', "\r" => '\r', "\t" => '\t').freeze
    SPECIAL = /["\\\u0000-\u001f\u007f]/.freeze

    # Always valid UTF-8 of at most +limit+ characters (before escapes): bytes that are none become the text \xE9.
    def self.quote(value, limit)
      text = value.to_s
      text = text.byteslice(0, limit * 4) if text.bytesize > limit * 4
      unless text.ascii_only?
        text = text.dup.force_encoding(Encoding::UTF_8)
        text = text.scrub { |bytes| bytes.bytes.map { |b| format('\x%02X', b) }.join } unless text.valid_encoding?
      end
      text = text[0, limit] if text.length > limit
      text = text.gsub(SPECIAL) { |c| ESCAPES[c] } if text.match?(SPECIAL)
      %("#{text}")
    end
  end

  # Takes lines from any thread of any process.
  class Writer
    FORKING = Mutex.new
    private_constant :FORKING

    # +path+: a regular file, a device or a named pipe. +limit_bytes+: what may wait before lines are dropped.
    # +lost+: makes the line that tells of losses from (count, why).
    def initialize(path, limit_bytes: 4 * 1024 * 1024, lost: nil)
      @options = [path.to_s, limit_bytes, lost]
      @outlet = Outlet.new(*@options)
    end

    # Takes a line without its newline. False if it was dropped. Never raises, never waits for the disk.
    def push(line)
      own.push(line)
    rescue StandardError
      false
    end

    # Lines of this process that were lost: for want of room, or with a write that failed.
    def dropped
      @outlet.dropped
    end

    # Waits until all is written, at most +seconds+. True if it is.
    def flush(seconds = 2.0)
      own.flush(seconds)
    end

    private

    # A child of fork has neither the parent's thread nor a right to the parent's lines.
    def own
      return @outlet if @outlet.pid == Process.pid

      FORKING.synchronize do
        @outlet = Outlet.new(*@options) if @outlet.pid != Process.pid
        @outlet
      end
    end
  end

  # The bounded buffer of one process and the thread that empties it.
  class Outlet
    RETRY_SECONDS = 1.0
    BATCH_LINES = 500
    BATCH_SECONDS = 0.02

    attr_reader :pid, :dropped

    def initialize(path, limit_bytes, lost)
      @pid = Process.pid
      @file = Appending.new(path)
      @limit_bytes = limit_bytes
      @lost = lost
      @lock = Mutex.new
      @wake = ConditionVariable.new
      @lines = []
      @bytes = @dropped = @told = 0
      @busy = false
      @why = 'buffer full'
      @warned = nil
    end

    def push(line)
      @lock.synchronize do
        if @bytes + line.bytesize > @limit_bytes
          @dropped += 1
          return false
        end
        @lines << line
        @bytes += line.bytesize
        start unless @thread&.alive?
        @wake.signal
      end
      true
    end

    def flush(seconds)
      ends = now + seconds
      until (done = @lock.synchronize { @lines.empty? && !@busy }) || now > ends
        sleep 0.005
      end
      done
    end

    private

    def start
      at_exit { flush(2.0) if @pid == Process.pid } unless @thread
      @thread = Thread.new do
        Thread.current.name = 'puma_sentinel'
        loop { step }
      end
      @thread.report_on_exception = false
    end

    # Lines wait while the file cannot be opened; those of a write that fails are lost.
    def step
      @lock.synchronize { @wake.wait(@lock) while @lines.empty? }
      sleep BATCH_SECONDS if @lines.size < BATCH_LINES
      @file.ready
      append(take)
    rescue StandardError => e
      warn_of(e)
      sleep RETRY_SECONDS
    end

    def take
      @lock.synchronize do
        @busy = true
        batch = @lines.shift(BATCH_LINES)
        @bytes -= batch.sum(&:bytesize)
        batch
      end
    end

    def append(batch)
      missing = @dropped - @told
      notice = missing.positive? && @lost ? [@lost.call(missing, @why)] : []
      written = 0
      begin
        @file.append(notice + batch) { |whole| written = whole }
        @told += missing
      rescue StandardError
        @lock.synchronize { @dropped += [batch.size - [written - notice.size, 0].max, 0].max }
        raise
      end
    ensure
      @lock.synchronize { @busy = false }
    end

    # Once a minute on standard error, as a line that the job reads too.
    def warn_of(error)
      @why = error.class.name
      return if @lost.nil? || (@warned && now - @warned < 60)

      @warned = now
      $stderr.puts(@lost.call(@dropped - @told, @why))
    rescue StandardError
      nil
    end

    def now
      Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end
  end
  private_constant :Outlet

  # One file, opened for append, that may be renamed, removed, full or a pipe that nobody reads.
  class Appending
    CHECK_SECONDS = 1.0
    STALL_SECONDS = 5.0
    FLAGS = File::WRONLY | File::APPEND | File::CREAT | File::NONBLOCK

    def initialize(path)
      @path = path
      @checked = 0.0
      @torn = false
    end

    # Opens the file, and again after a rotation. Raises if that is impossible.
    def ready
      now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      return if @io && now - @checked < CHECK_SECONDS

      @checked = now
      close unless @io && same?
      @io ||= File.open(@path, FLAGS, 0o640).tap { |io| io.sync = true }
    end

    # Yields how many of the lines are whole in the file, also if it raises then. A torn line is ended by the next append.
    def append(lines)
      text = "#{"\n" if @torn}#{lines.join("\n")}\n".b
      done = 0
      done += write(text.byteslice(done..-1)) while done < text.bytesize
      @torn = false
      yield lines.size
    rescue StandardError
      yield text.byteslice(0, done || 0).count("\n") - (@torn && done.to_i.positive? ? 1 : 0)
      @torn = text.getbyte(done - 1) != 10 if done.to_i.positive?
      close
      raise
    end

    private

    def write(text)
      @io.syswrite(text)
    rescue IO::WaitWritable
      raise IOError, 'the reader stalls' unless IO.select(nil, [@io], nil, STALL_SECONDS)

      retry
    end

    def same?
      ours = @io.stat
      there = File.stat(@path)
      ours.ino == there.ino && ours.dev == there.dev
    rescue SystemCallError
      false
    end

    def close
      @io&.close
    rescue StandardError
      nil
    ensure
      @io = nil
    end
  end
  private_constant :Appending
end

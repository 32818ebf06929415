# frozen_string_literal: true

require 'json'
require 'minitest/autorun'
require 'tmpdir'
require_relative '../puma_sentinel_writer'

class WriterTest < Minitest::Test
  def setup
    @folder = Dir.mktmpdir
    @path = "#{@folder}/lines"
  end

  def teardown
    FileUtils.rm_rf(@folder)
  end

  def writer(path = @path, **more)
    PumaSentinel::Writer.new(path, lost: ->(count, why) { "lost #{count} #{why}" }, **more)
  end

  def await
    ends = Process.clock_gettime(Process::CLOCK_MONOTONIC) + 15
    until yield
      flunk 'waited in vain' if Process.clock_gettime(Process::CLOCK_MONOTONIC) > ends
      sleep 0.01
    end
  end

  def quietly
    _, err = capture_io { yield }
    err
  end

  def test_writes_every_line_of_all_threads_whole
    writer = writer()
    Array.new(8) { |t| Thread.new { 500.times { |i| writer.push("#{t}-#{i}-#{'x' * 100}") } } }.each(&:join)
    assert writer.flush(15)
    expected = (0...8).flat_map { |t| (0...500).map { |i| "#{t}-#{i}-#{'x' * 100}" } }
    assert_equal expected.sort, File.readlines(@path, chomp: true).sort
    assert_equal 0, File.stat(@path).mode & 0o027
  end

  def test_goes_on_in_a_new_file_after_a_rotation
    writer = writer()
    writer.push('before')
    assert writer.flush(15)
    File.rename(@path, "#{@path}.1")
    await { writer.push('after') && writer.flush(15) && File.exist?(@path) }
    assert_equal 'before', File.readlines("#{@path}.1", chomp: true).first
    assert_equal 'after', File.readlines(@path, chomp: true).last
  end

  def test_counts_what_a_full_disk_loses
    writer = writer('/dev/full')
    told = quietly do
      5.times { assert writer.push('x') }
      await { writer.dropped == 5 }
    end
    assert_includes told, 'lost 5 Errno::ENOSPC'
  end

  def test_counts_what_has_no_room_while_the_folder_is_missing_and_says_so_when_it_is_back
    writer = writer("#{@folder}/missing/lines", limit_bytes: 100)
    quietly do
      taken = Array.new(30) { writer.push('0123456789') }
      assert_equal 10, taken.count(true)
      assert_equal 20, writer.dropped
      Dir.mkdir("#{@folder}/missing")
      assert writer.flush(15)
    end
    lines = File.readlines("#{@folder}/missing/lines", chomp: true)
    assert_match(/\Alost 20 /, lines.first)
    assert_equal 10, lines.count('0123456789')
  end

  def test_survives_a_pipe_whose_reader_leaves
    File.mkfifo(@path)
    reader = File.open(@path, File::RDONLY | File::NONBLOCK)
    writer = writer()
    writer.push('read')
    assert writer.flush(15)
    assert_equal "read\n", reader.readpartial(100)
    reader.close
    told = quietly do
      writer.push('unread')
      await { writer.dropped == 1 }
    end
    assert_includes told, 'EPIPE'
  end

  def test_never_waits_for_a_pipe_that_nobody_empties
    File.mkfifo(@path)
    reader = File.open(@path, File::RDONLY | File::NONBLOCK)
    writer = writer(@path, limit_bytes: 200_000)
    quietly do
      began = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      2000.times { writer.push('x' * 1000) }
      assert_operator Process.clock_gettime(Process::CLOCK_MONOTONIC) - began, :<, 4
    end
    assert_operator writer.dropped, :>, 1000
  ensure
    reader.close
  end

  def test_a_child_of_fork_writes_its_own_lines_and_none_of_its_parent
    writer = writer()
    writer.push('parent')
    child = fork do
      writer.push('child')
      writer.flush(15)
      exit!
    end
    Process.wait(child)
    assert writer.flush(15)
    assert_equal %w[child parent], File.readlines(@path, chomp: true).sort
  end
end

# frozen_string_literal: true

require 'minitest/autorun'
require 'tmpdir'
require_relative 'real_puma'

# A real Puma whose log cannot be written answers as ever.
class BrokenDiskTest < Minitest::Test
  def setup
    @folder = Dir.mktmpdir
  end

  def teardown
    @puma&.stop
    FileUtils.rm_rf(@folder)
  end

  def serve(log, workers)
    @puma = RealPuma.new(@folder, workers: workers, log: log)
    20.times { |i| assert_equal '200', @puma.get("/#{i}").code }
    @puma.await('a word of the loss') { @puma.lines('puma.err.log').any? { |line| line.include?('puma_sentinel lost') } }
    20.times { |i| assert_equal '200', @puma.get("/#{i}").code }
  end

  def test_a_full_disk
    serve('/dev/full', 0)
  end

  def test_a_full_disk_in_cluster_mode
    serve('/dev/full', 2)
  end

  def test_a_folder_that_is_none
    serve('/dev/null/requests.ndjson', 0)
  end

  def test_a_pipe_that_nobody_reads
    File.mkfifo("#{@folder}/pipe")
    serve("#{@folder}/pipe", 0)
  end
end

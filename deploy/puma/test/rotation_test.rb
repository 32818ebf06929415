# frozen_string_literal: true

require 'minitest/autorun'
require 'tmpdir'
require_relative 'real_puma'

# Files are renamed while a real Puma writes them, and SIGHUP is sent, as logrotate.conf does.
class RotationTest < Minitest::Test
  def rotate(workers)
    folder = Dir.mktmpdir
    puma = RealPuma.new(folder, workers: workers)
    %w[puma.out.log puma.err.log requests.ndjson stats.ndjson].each do |file|
      puma.await(file) { File.exist?("#{folder}/#{file}") }
      File.rename("#{folder}/#{file}", "#{folder}/#{file}.1")
    end
    puma.signal('HUP')
    number = 0
    puma.await('lines in all new files') do
      assert_equal '200', puma.get("/after/#{number += 1}").code
      puma.lines('puma.out.log').any? { |line| line.include?('/after/') } && File.exist?("#{folder}/puma.err.log") &&
        puma.lines('requests.ndjson').any? { |line| line.include?('/after/') } && puma.lines('stats.ndjson').any?
    end
  ensure
    puma&.stop
    FileUtils.rm_rf(folder)
  end

  def test_single_mode
    rotate(0)
  end

  def test_cluster_mode
    rotate(2)
  end
end

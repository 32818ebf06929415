# frozen_string_literal: true

require 'digest'

# What keeps secrets and names out of the middleware's lines.
module PumaSentinel
  # What must not be in a log.
  module Secrets
    NAMES = 'passw|passphrase|passcode|\bpass\b|pwd|token|secret|(?:api|access|private|master|encryption)_?key|authoriz|' \
            'credential|session|cookie|signature|\bsig\b|jwt|\botp\b|\bpin\b|\bcvv|\bcvc|\bssn\b|card_?num|' \
            'credit_?card|cc_number|\biban\b|\bcode\b'
    NAMED = /#{NAMES}/i.freeze
    IN_TEXT = /(#{NAMES})([\w"']*\s*(?:=>|[:=])\s*(?:bearer |basic )?)("[^"]*"|'[^']*'|[^\s,;&)}]+)/i.freeze
    MASK = '[REDACTED]'

    @known = {}

    # Parameters whose names tell of a secret keep their names.
    def self.query(query)
      return query unless query.include?('=')

      query.split('&').map! { |pair| (name = pair[/\A[^=]*(?==)/]) && secret?(name) ? "#{name}=#{MASK}" : pair }.join('&')
    end

    # Applications have few names: each is judged once.
    def self.secret?(name)
      known = @known[name]
      return known unless known.nil?

      @known = {} if @known.size > 1000
      judged = name.gsub(/%(\h\h)/) { $1.hex.chr }.b.match?(NAMED)
      name.bytesize > 64 ? judged : @known[name] = judged
    end
    private_class_method :secret?

    # Messages and addresses: the values behind telling names.
    def self.text(text)
      text = text.scrub('?')
      text.match?(NAMED) ? text.gsub(IN_TEXT) { "#{$1}#{$2}#{MASK}" } : text
    end

    # Address of another page: its query, fragment and credentials are nobody's business.
    def self.referrer(url)
      url = url.split(/[?#]/, 2).first.to_s if url.match?(/[?#]/)
      url.include?('@') ? url.sub(%r{//[^/]*@}, '//') : url
    end
  end

  # A keyed hash (HMAC with SHA-256, RFC 2104) whose two keyed states are made once.
  class KeyedHash
    BLOCK = 64

    def initialize(key)
      key = key.b
      key = Digest::SHA256.digest(key) if key.bytesize > BLOCK
      bytes = key.ljust(BLOCK, "\0").bytes
      @inner, @outer = [0x36, 0x5c].map { |pad| Digest::SHA256.new.update(bytes.map { |byte| byte ^ pad }.pack('C*')) }
    end

    def hex(text)
      @outer.dup.update(@inner.dup.update(text).digest).hexdigest
    end
  end
end

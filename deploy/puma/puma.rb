# frozen_string_literal: true

# For config/puma.rb: what puma-sentinel needs of Puma 5.6, 6, 7 and 8. Copy the parts; README.md beside this file says why.
# Nothing here is loaded into the application.

logs = ENV['PUMA_LOGS'] || 'log'
state = ENV['PUMA_STATE'] || 'tmp'

# The access log, which is off by default. Who uses Rack::CommonLogger too has each request twice.
log_requests true

# Access and lifecycle lines to one file, errors to the other; `true` appends. SIGHUP to the master opens both anew after a
# rotation; without this line SIGHUP stops Puma. In a container leave it out: the runtime takes both streams.
# A file takes long lines whole, a pipe tears what is longer than 4096 bytes when several workers write.
stdout_redirect "#{logs}/puma.out.log", "#{logs}/puma.err.log", true

# No log_formatter: in single mode access lines pass it by, in cluster mode it must add their line ends itself, and it sees half
# of what Puma says. No custom_logger: from Puma 7 on it takes access lines too, without the [PID] that tells workers apart.
# No `quiet`: it switches the access log off again.

# /stats, for whoever may open the socket. The token is random, in the state file; no option like `no_token`.
# Up to 5.6 state_permission does nothing: let the folder be closed to others.
activate_control_app "unix://#{state}/puma-control.sock?umask=0117"
state_path "#{state}/puma.state"
state_permission 0o600

# Samples of /stats with memory and processor time a worker, to PUMA_SENTINEL_STATS each PUMA_SENTINEL_INTERVAL seconds.
require_relative 'puma_sentinel_stats'
plugin :puma_sentinel_stats

# An exception that leaves the application: Puma writes its own line on standard error, and the middleware has one with the
# request. Let no lowlevel_error_handler answer with the exception's message: it goes to the client.

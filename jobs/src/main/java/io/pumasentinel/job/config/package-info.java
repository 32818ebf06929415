/**
 * The configuration of the job: one YAML file, read into records that can travel to the cluster.
 *
 * <p>Every option is declared once, as an {@link io.pumasentinel.job.config.Option} with its name,
 * what it accepts, its default and its sentence in {@code docs/configuration.md}; reading, unknown
 * keys, error texts and the reference all come from that declaration. Reading never stops at the
 * first problem. A secret is a reference from the file to the operator that resolves it: its value
 * is in no record, message or serialised form.
 */
@NullMarked
package io.pumasentinel.job.config;

import org.jspecify.annotations.NullMarked;

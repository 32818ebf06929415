/**
 * Kibana's objects, built from the sources in {@code deploy/kibana}: data views, native panels,
 * charts, saved searches and dashboards, and the Elasticsearch query behind each of them.
 */
@NullMarked
package io.pumasentinel.cli.kibana.bundle;

import org.jspecify.annotations.NullMarked;

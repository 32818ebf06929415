/**
 * Talks to Kibana: installs and removes the project's saved objects, and knows the addresses of the
 * dashboards.
 */
@NullMarked
package io.pumasentinel.cli.kibana;

import org.jspecify.annotations.NullMarked;

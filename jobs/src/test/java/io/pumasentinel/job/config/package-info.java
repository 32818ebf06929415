@NullMarked
package io.pumasentinel.job.config;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.pumasentinel.cli.demo;

import org.jspecify.annotations.NullMarked;

/** Documents and where they are written: one class per document knows its ECS names. */
@NullMarked
package io.pumasentinel.job.sink;

import org.jspecify.annotations.NullMarked;

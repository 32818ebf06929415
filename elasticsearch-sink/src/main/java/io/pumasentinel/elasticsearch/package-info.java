/**
 * Documents from a Flink job to Elasticsearch: every one once, none lost, no bad one in the way.
 *
 * <p>{@link io.pumasentinel.elasticsearch.ElasticsearchSink} writes operations whose ids the caller
 * derives from the input, over the bulk API and on Flink's asynchronous sink writer. {@link
 * io.pumasentinel.elasticsearch.IndexSetup} prepares the indices, {@link
 * io.pumasentinel.elasticsearch.ElasticsearchSearch} reads them. The package knows nothing of what
 * the documents mean.
 */
@NullMarked
package io.pumasentinel.elasticsearch;

import org.jspecify.annotations.NullMarked;

package io.pumasentinel.elasticsearch;

import org.jspecify.annotations.Nullable;

/**
 * What a set-up is for.
 *
 * @param namespace the {@code <ns>} part of the index names, for what exists once a namespace
 * @param repository the repository for snapshots; null = no snapshot policy
 */
public record SetupScope(String namespace, @Nullable String repository) {}

package io.pumasentinel.event;

/**
 * One thing that happened to the server's processes.
 *
 * @param action lower-case words joined by dashes: {@code boot}, {@code worker-boot}, {@code
 *     worker-timeout}, {@code worker-stop}, {@code phased-restart}, {@code restart}, {@code
 *     shutdown}, {@code info}, …
 * @param worker the worker's index; -1 if the line names none
 * @param pid the process that the line is about, else the one that wrote it; -1 if unknown
 * @param message the line without its prefix
 */
public record Lifecycle(String action, int worker, int pid, String message) {}

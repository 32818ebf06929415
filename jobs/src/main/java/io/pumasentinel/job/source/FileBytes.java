package io.pumasentinel.job.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a file's text, gzipped or not, whatever its name says. */
final class FileBytes {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;

    private FileBytes() {}

    /**
     * The file's text.
     *
     * @param onBytes told how many bytes were taken from the file as it is stored
     * @throws IOException if the file cannot be read
     */
    static InputStream open(FileInput file, IntConsumer onBytes) throws IOException {
        InputStream stored =
                file.isStdin() ? System.in : Files.newInputStream(Path.of(file.path()));
        return inflate(new Counted(stored, onBytes));
    }

    /** The stream itself, or what it holds if it begins like a gzip file. */
    static InputStream inflate(InputStream stored) throws IOException {
        var in = new BufferedInputStream(stored, BUFFER_BYTES);
        in.mark(2);
        boolean gzipped = in.read() == MAGIC_1 && in.read() == MAGIC_2;
        in.reset();
        return gzipped ? unzip(in) : in;
    }

    /** A header cut short is damage like any other: it shows when the stream is read. */
    private static InputStream unzip(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, BUFFER_BYTES);
        } catch (EOFException | ZipException e) {
            return new Broken(in, e);
        }
    }

    private static final class Broken extends FilterInputStream {

        private final IOException damage;

        Broken(InputStream in, IOException damage) {
            super(in);
            this.damage = damage;
        }

        @Override
        public int read() throws IOException {
            throw damage;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throw damage;
        }
    }

    private static final class Counted extends FilterInputStream {

        private final IntConsumer onBytes;

        Counted(InputStream in, IntConsumer onBytes) {
            super(in);
            this.onBytes = onBytes;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read >= 0) {
                onBytes.accept(1);
            }
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            if (read > 0) {
                onBytes.accept(read);
            }
            return read;
        }
    }
}

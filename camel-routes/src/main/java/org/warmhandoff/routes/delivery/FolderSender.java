package org.warmhandoff.routes.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * Puts a file into a folder: written under a temporary name, forced to the disk, then renamed, so that whoever watches
 * the folder never takes half a file. A repetition finds the file and leaves it alone.
 */
final class FolderSender implements PartnerSender {

    @Override
    public boolean serves(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Folder;
    }

    @Override
    public DeliveryResult send(OutboundMessage message) {
        if (!(message.partner().endpoint() instanceof PartnerEndpoint.Folder folder)) {
            return DeliveryFailures.wrongEndpoint();
        }
        FileDigest file = FileDigest.of(message);
        if (!file.plainName()) {
            return DeliveryFailures.unusableName();
        }
        try {
            return put(folder.path(), file, message.body());
        } catch (AccessDeniedException e) {
            return new DeliveryResult.Retry("configuration", "the folder cannot be written to");
        } catch (IOException e) {
            // Not its message: that may quote what is in a path.
            return new DeliveryResult.Retry("io", e.getClass().getSimpleName());
        }
    }

    private static DeliveryResult put(Path folder, FileDigest file, byte[] body) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(file.name());
        if (Files.exists(target)) {
            return same(target, file) ? new DeliveryResult.Delivered(file.evidence()) : DeliveryFailures.conflict();
        }
        Path temporary = folder.resolve(file.temporaryName());
        write(temporary, body);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        return new DeliveryResult.Delivered(file.evidence());
    }

    private static boolean same(Path target, FileDigest file) throws IOException {
        if (Files.isRegularFile(target) && file.encrypted()) {
            return true;
        }
        if (!Files.isRegularFile(target) || Files.size(target) != file.size()) {
            return false;
        }
        try (InputStream content = Files.newInputStream(target)) {
            return file.sameContent(content);
        }
    }

    private static void write(Path temporary, byte[] body) throws IOException {
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(body);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}

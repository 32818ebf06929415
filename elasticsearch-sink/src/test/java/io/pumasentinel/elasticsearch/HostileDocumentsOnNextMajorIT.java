package io.pumasentinel.elasticsearch;

final class HostileDocumentsOnNextMajorIT extends HostileDocumentsContract {

    @Override
    ServerUnderTest server() {
        return ServerUnderTest.NEXT_MAJOR;
    }
}

package io.pumasentinel.elasticsearch;

final class HostileDocumentsIT extends HostileDocumentsContract {

    @Override
    ServerUnderTest server() {
        return ServerUnderTest.BUNDLED;
    }
}

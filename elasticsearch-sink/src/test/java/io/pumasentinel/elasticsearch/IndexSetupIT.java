package io.pumasentinel.elasticsearch;

final class IndexSetupIT extends IndexSetupContract {

    @Override
    ServerUnderTest server() {
        return ServerUnderTest.BUNDLED;
    }
}

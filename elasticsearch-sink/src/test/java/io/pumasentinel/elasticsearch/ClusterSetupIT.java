package io.pumasentinel.elasticsearch;

final class ClusterSetupIT extends ClusterSetupContract {

    @Override
    ServerUnderTest server() {
        return ServerUnderTest.BUNDLED;
    }
}

package io.pumasentinel.elasticsearch;

final class ElasticsearchSinkIT extends ElasticsearchSinkContract {

    @Override
    ServerUnderTest server() {
        return ServerUnderTest.BUNDLED;
    }
}

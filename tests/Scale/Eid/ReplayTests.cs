using BaseComponents.Tests.Contracts.Eid.Stores;

namespace BaseComponents.Tests.Scale.Eid;

public sealed class ReplayTests(RunningSandbox sandbox, RedisPeer redis, PostgreSqlPeer postgreSql) : IClassFixture<RunningSandbox>, IClassFixture<RedisPeer>, IClassFixture<PostgreSqlPeer>
{
    private const int Nodes = 3;

    [Fact]
    public async Task One_answer_is_accepted_once_by_three_processes_on_Redis()
    {
        Assert.SkipWhen(redis.Missing is not null, redis.Missing ?? "");
        await using var cluster = await Cluster.StartAsync(sandbox.Server, Nodes, ("Node:Redis:Configuration", redis.Configuration));

        (await Replay.RunAsync(cluster)).Should().Be(1);
    }

    [Fact]
    public async Task One_answer_is_accepted_once_by_three_processes_on_PostgreSQL()
    {
        Assert.SkipWhen(postgreSql.Missing is not null, postgreSql.Missing ?? "");
        await Databases.MakeTableAsync(postgreSql);
        await using var cluster = await Cluster.StartAsync(sandbox.Server, Nodes, ("Node:PostgreSql", postgreSql.ConnectionString));

        (await Replay.RunAsync(cluster)).Should().Be(1);
    }

    [Fact]
    public async Task A_store_that_looks_first_and_deletes_later_would_be_seen()
    {
        Assert.SkipWhen(postgreSql.Missing is not null, postgreSql.Missing ?? "");
        await Databases.MakeTableAsync(postgreSql);
        await using var cluster = await Cluster.StartAsync(sandbox.Server, Nodes, ("Node:Careless", postgreSql.ConnectionString));

        (await Replay.RunAsync(cluster)).Should().BeGreaterThan(1);
    }

    [Fact]
    public async Task While_the_store_is_gone_nobody_is_let_in()
    {
        await using var own = new RedisPeer();
        await own.StartAsync();
        Assert.SkipWhen(own.Missing is not null, own.Missing ?? "");
        await using var cluster = await Cluster.StartAsync(sandbox.Server, 1, ("Node:Redis:Configuration", own.Configuration));
        var answer = await GenuineAnswer.GetAsync(cluster.Nodes[0]);
        await own.DisposeAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

        using var response = await answer.PostAsync(client, cluster.Nodes[0]);

        response.Headers.Location!.OriginalString.Should().Be("/ended?outcome=unavailable");
        GenuineAnswer.SessionOf(response).Should().BeNull();
    }
}

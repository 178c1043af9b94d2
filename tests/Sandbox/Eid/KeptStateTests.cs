using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Eid;

public sealed class KeptStateTests
{
    [Fact]
    public async Task Pseudonyms_secret_and_keys_survive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var first = await SeenAsync(folder);
            var second = await SeenAsync(folder);

            second.Should().Be(first);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Two_sandboxes_know_different_secrets_and_run_side_by_side()
    {
        await using var one = await SandboxServer.StartAsync();
        await using var other = await SandboxServer.StartAsync();

        one.Configuration["BaseComponents:Eid:Broker:ClientSecret"].Should().NotBe(other.Configuration["BaseComponents:Eid:Broker:ClientSecret"]);
        using var client = new BrokerClientByHand(other);
        (await client.CodeAsync("erika")).Should().NotBeEmpty();
    }

    private static async Task<(string Secret, string Subject, string Keys)> SeenAsync(string folder)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { StatePath = folder });
        using var client = new BrokerClientByHand(sandbox);
        var (_, answer) = await client.RedeemAsync(await client.CodeAsync("erika"));
        var userInfo = await client.UserInfoAsync(answer.GetProperty("access_token").GetString()!);
        return (client.Secret, userInfo.GetProperty("sub").GetString()!, answer.GetProperty("id_token").GetString()!.Split('.')[0]);
    }
}

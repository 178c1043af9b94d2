using System.Net;
using BaseComponents.Eid;
using BaseComponents.Eid.Redis;
using BaseComponents.Sandbox;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BaseComponents.Tests.Contracts.Health;

/// <summary>All components' health checks in an application, as monitoring sees them over HTTP.</summary>
public sealed class HealthOverHttpTests : IAsyncLifetime
{
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task An_application_in_order_is_healthy_in_each_part()
    {
        await using var application = await HealthApplication.StartAsync(_sandbox.Configuration);

        var answer = await application.GetAsync();

        (answer.Code, answer.Status).Should().Be((HttpStatusCode.OK, "Healthy"), answer.Body);
        answer.Entries.Keys.Should().BeEquivalentTo("eid:settings", "eid:services", "eid:application", "payments", "authorities:snapshot", "authorities:services", "mail:settings", "mail:services", "mail:outbox");
        answer.Entries.Values.Should().OnlyContain(static status => status == "Healthy");
        answer.Findings.Where(static finding => finding.Entry == "eid:application").Select(static finding => (finding.Code, finding.Severity)).Should().BeEquivalentTo([("keys", "ok"), ("one-time-store", "ok")]);
    }

    [Fact]
    public async Task Keys_that_end_with_the_process_are_an_error()
    {
        await using var application = await HealthApplication.StartAsync(_sandbox.Configuration, static services => services.AddDataProtection().UseEphemeralDataProtectionProvider());

        await ShouldFindAsync(application, "keys-ephemeral", "error", "ProtectKeysWith");
    }

    [Fact]
    public async Task Keys_whose_place_nobody_chose_are_an_error()
    {
        await using var application = await HealthApplication.StartAsync(_sandbox.Configuration, static services => services.PostConfigure<KeyManagementOptions>(static options => (options.XmlRepository, options.XmlEncryptor) = (null, null)));

        await ShouldFindAsync(application, "keys-ephemeral", "error", "PersistKeysTo");
    }

    [Fact]
    public async Task Keys_without_encryption_are_an_error()
    {
        await using var application = await HealthApplication.StartAsync(_sandbox.Configuration, static services => services.PostConfigure<KeyManagementOptions>(static options => options.XmlEncryptor = null));

        await ShouldFindAsync(application, "keys-unencrypted", "error", "ProtectKeysWith");
    }

    [Fact]
    public async Task Redis_that_is_away_is_an_error()
    {
        var redis = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Redis:Configuration", (string?)"127.0.0.1:1,abortConnect=false,password=geheim")]).Build().GetSection("Redis");
        await using var application = await HealthApplication.StartAsync(_sandbox.Configuration, services => services.AddEidRedisStore(redis));

        var answer = await ShouldFindAsync(application, "one-time-store-unusable", "error", "No log-in begins");

        answer.Body.Should().NotContain("geheim");
    }

    [Fact]
    public async Task A_database_that_is_away_is_an_error()
    {
        await using var application = await HealthApplication.StartAsync(_sandbox.Configuration, static services => services.Replace(ServiceDescriptor.Singleton<IEidOneTimeStore>(
            new SqlOneTimeStore(static () => new Npgsql.NpgsqlConnection("Host=127.0.0.1;Port=1;Username=amt;Password=geheim;Timeout=2")))));

        var answer = await ShouldFindAsync(application, "one-time-store-unusable", "error", "Is it reachable");

        answer.Body.Should().NotContain("geheim");
    }

    [Fact]
    public async Task A_database_without_the_table_is_an_error()
    {
        await using var application = await HealthApplication.StartAsync(_sandbox.Configuration, static services => services.Replace(ServiceDescriptor.Singleton<IEidOneTimeStore>(
            new SqlOneTimeStore(static () => new SqliteConnection("Data Source=:memory:")))));

        await ShouldFindAsync(application, "one-time-store-unusable", "error", "does its table exist");
    }

    [Fact]
    public async Task A_store_in_memory_is_a_warning_and_the_application_stays_in()
    {
        await using var application = await HealthApplication.StartAsync(_sandbox.Configuration, static services => services.Replace(ServiceDescriptor.Singleton<IEidOneTimeStore>(new InMemoryOneTimeStore())));

        var answer = await application.GetAsync();

        (answer.Code, answer.Status).Should().Be((HttpStatusCode.OK, "Degraded"), answer.Body);
        answer.Bad.Should().ContainSingle().Which.Should().Match<(string Entry, string Code, string Severity, string Text)>(static finding => finding.Code == "one-time-store-in-memory" && finding.Text.Contains("AddEidRedisStore"));
    }

    [Fact]
    public async Task Services_that_are_away_show_where_they_are_asked_and_nowhere_else()
    {
        await using var application = await HealthApplication.StartAsync(_sandbox.Configuration);
        await _sandbox.DisposeAsync();

        var all = await application.GetAsync();
        var (ready, live) = (await application.GetAsync("/health/ready"), await application.GetAsync("/health/live"));

        (all.Code, all.Status).Should().Be((HttpStatusCode.ServiceUnavailable, "Unhealthy"));
        all.Entries["payments"].Should().Be("Degraded", "nothing is lost while the service is away");
        all.Entries.Where(static entry => entry.Value == "Unhealthy").Select(static entry => entry.Key).Should().BeEquivalentTo("eid:services", "authorities:services", "mail:services");
        (ready.Code, ready.Status, live.Code, live.Entries.Count).Should().Be((HttpStatusCode.OK, "Healthy", HttpStatusCode.OK, 0));
    }

    [Fact]
    public async Task Nothing_of_keys_and_secrets_is_written_and_nothing_is_logged()
    {
        await using var application = await HealthApplication.StartAsync(_sandbox.Configuration);
        await _sandbox.DisposeAsync();

        var said = (await application.GetAsync()).Body + application.Log.Text;

        foreach (var secret in new[] { "SecureMail:Smtp:Password", "SecureMail:Sender:Address", "Eid:Broker:ClientSecret" })
            said.Should().NotContain(_sandbox.Configuration[$"BaseComponents:{secret}"] ?? throw new InvalidOperationException(secret));
        said.Should().NotContain("PRIVATE KEY");
    }

    [Fact]
    public async Task What_is_logged_names_the_log_in_and_the_setting()
    {
        var settings = new ConfigurationBuilder().AddConfiguration(_sandbox.Configuration)
            .AddInMemoryCollection([KeyValuePair.Create("BaseComponents:Eid:BundId:OrganisationDisplayName", (string?)new string('B', 200))]).Build();
        await using var application = await HealthApplication.StartAsync(settings);

        (await application.GetAsync("/health/ready")).Status.Should().Be("Degraded");

        application.Log.With("DefaultHealthCheckService").Should().Contain(static line => line.Contains("BundId requests and metadata: OrganisationDisplayName has 200 characters"));
    }

    private static async Task<HealthAnswer> ShouldFindAsync(HealthApplication application, string code, string severity, string action)
    {
        var answer = await application.GetAsync();
        (answer.Code, answer.Status).Should().Be((HttpStatusCode.ServiceUnavailable, "Unhealthy"), answer.Body);
        answer.Bad.Should().ContainSingle(answer.Body).Which.Should().Match<(string Entry, string Code, string Severity, string Text)>(
            finding => finding.Entry == "eid:application" && finding.Code == code && finding.Severity == severity && finding.Text.Contains(action));
        (await application.GetAsync("/health/live")).Code.Should().Be(HttpStatusCode.OK, "a restart would not help");
        return answer;
    }
}

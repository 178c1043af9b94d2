using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>Keys that are wrong, of somebody else, or in the middle of a change.</summary>
public sealed class EidServerConnectionTests(RunningSandbox sandbox) : EidServerOnSandbox(sandbox)
{
    private X509Certificate2 Server => X509Certificate2.CreateFromPem(Settings["ServerCertificatesPem"]);

    private X509Certificate2 Other => X509CertificateLoader.LoadCertificate(X509Certificate2.CreateFromPem(Settings["SigningCertificate:Pem"]).RawData);

    [Fact]
    public async Task While_the_server_changes_its_key_both_count()
    {
        using var http = Connected(Settings);
        var client = EidServerClients.Create(Connection(Settings) with { ServerCertificates = [Other, Server] }, http, TimeProvider.System);

        (await client.StartAsync(Ask(EidServerOperation.FamilyNames))).Should().BeOfType<EidServerStart.Started>();
    }

    [Fact]
    public async Task A_server_that_signs_with_another_key_is_not_the_server()
    {
        using var http = Connected(Settings);
        var client = EidServerClients.Create(Connection(Settings) with { ServerCertificates = [Other] }, http, TimeProvider.System);

        (await CodeAsync(() => client.StartAsync(Ask(EidServerOperation.FamilyNames)))).Should().Be("eid.server-answer");
        (await CodeAsync(() => client.GetServerInfoAsync())).Should().Be("eid.server-answer");
    }

    [Fact]
    public async Task A_service_that_signs_with_another_key_gets_nothing()
    {
        var another = X509Certificate2.CreateFromPem(Sandbox.Configuration["BaseComponents:Eid:BundId:SigningCertificate:Pem"], Sandbox.Configuration["BaseComponents:Eid:BundId:SigningCertificate:Pem"]);
        using var http = Connected(Settings);
        var client = EidServerClients.Create(Connection(Settings) with { SigningCertificate = another }, http, TimeProvider.System);

        (await CodeAsync(() => client.StartAsync(Ask(EidServerOperation.FamilyNames)))).Should().Be("eid.server-result");
        (await CodeAsync(() => client.GetServerInfoAsync())).Should().Be("eid.server-fault");
    }

    [Fact]
    public async Task Without_a_client_certificate_the_server_lets_nobody_in()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509Certificate2.CreateFromPem(Settings["TrustAnchorsPem"]) },
        };
        using var http = new HttpClient(handler);
        var client = EidServerClients.Create(Connection(Settings), http, TimeProvider.System);

        (await CodeAsync(() => client.StartAsync(Ask(EidServerOperation.FamilyNames)))).Should().Be("eid.server-refused");
    }

    [Fact]
    public async Task A_server_of_another_authority_is_not_spoken_to()
    {
        using var http = new HttpClient();
        var client = EidServerClients.Create(Connection(Settings), http, TimeProvider.System);

        (await CodeAsync(() => client.StartAsync(Ask(EidServerOperation.FamilyNames)))).Should().Be("eid.server-tls");
    }

    [Fact]
    public async Task Many_citizens_at_once_get_their_own_data()
    {
        string[] persons = ["erika", "amina", "zoe", "ben"];
        var sessions = await Task.WhenAll(persons.Select(_ => StartAsync(Ask(EidServerOperation.GivenNames))));
        for (var index = 0; index < persons.Length; index++)
            await Cards.ReadAsync(sessions[index], persons[index]);

        var results = await Task.WhenAll(sessions.Select(session => Client.GetResultAsync(session)));

        results.Cast<EidServerResult.Verified>().Select(result => result.Identity.Person.GivenNames).Should().Equal("ERIKA", "AMINA", "ZOË ĞÜLŞEN", "BEN");
    }

    private static async Task<string> CodeAsync(Func<Task> call) => (await call.Should().ThrowAsync<EidException>()).Which.Code;
}

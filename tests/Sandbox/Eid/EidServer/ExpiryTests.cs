using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>Sessions, pages and settings, and what a restart does to them.</summary>
public sealed class ExpiryTests
{
    [Theory]
    [InlineData(14, "noResultYet")]
    [InlineData(16, "invalidSession")]
    public async Task A_session_is_forgotten_after_fifteen_minutes(int minutes, string minor)
    {
        var clock = new Ahead();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock });
        using var server = new EidServerByHand(sandbox);
        await using var application = await ApplicationByHand.StartAsync(server.Client);
        var begun = await server.CallAsync(CallByHand.UseId());
        application.Hand(application.TokenFor(begun));
        var page = await application.PageAsync();

        clock.By = TimeSpan.FromMinutes(minutes);
        var answer = await server.CallAsync(CallByHand.GetResult(begun.Session, 1) with { Age = -clock.By });
        using var pressed = await application.PressAsync(page, "erika");

        answer.Minor.Should().Be(minor);
        pressed.StatusCode.Should().Be(minor == "noResultYet" ? System.Net.HttpStatusCode.SeeOther : System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Certificates_and_pseudonyms_are_kept_and_sessions_are_not()
    {
        var folder = Directory.CreateTempSubdirectory("eid-state");
        try
        {
            var (first, session) = await RunAsync(folder.FullName, previous: null);
            var (second, _) = await RunAsync(folder.FullName, session);

            second.Should().Equal(first);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_settings_have_all_an_application_needs()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        var settings = sandbox.Configuration.GetSection("BaseComponents:Eid:EidServer");

        (settings["Environment"], settings["MinimumLevel"]).Should().Be(("Sandbox", "Substantial"));
        (settings["ClientAddress"], settings["MobileClientAddress"]).Should().Be((new Uri(sandbox.Address, "/eid/client").AbsoluteUri, new Uri(sandbox.Address, "/eid/client").AbsoluteUri));
        settings["Address"].Should().Be(new Uri(sandbox.MachineAddress, "/eid/soap").AbsoluteUri);
        settings["ServerCertificatesPem"].Should().NotContain("PRIVATE KEY");
        new[] { settings["TlsCertificate:Pem"], settings["SigningCertificate:Pem"] }.Should().OnlyHaveUniqueItems().And.AllSatisfy(pem => pem.Should().Contain("PRIVATE KEY"));
    }

    private static async Task<(string?[] Kept, string Session)> RunAsync(string folder, string? previous)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { StatePath = folder });
        using var server = new EidServerByHand(sandbox);
        await using var application = await ApplicationByHand.StartAsync(server.Client);
        if (previous is not null)
            (await server.CallAsync(CallByHand.GetResult(previous, 1))).Minor.Should().Be("invalidSession");
        var begun = await server.CallAsync(CallByHand.UseId(CallByHand.Demand(("RestrictedID", "REQUIRED"))));
        await application.ReadCardAsync(begun, "erika");
        var read = await server.CallAsync(CallByHand.GetResult(begun.Session, 1));
        return ([read["PersonalData", "RestrictedID", "ID"], server["ServerCertificatesPem"], server["SigningCertificate:Pem"], server["TlsCertificate:Pem"]], (await server.CallAsync(CallByHand.UseId())).Session);
    }

    private sealed class Ahead : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}

using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.EidServer.Forge;

namespace BaseComponents.Tests.Eid.EidServer;

/// <summary>Connections that cannot work are refused before the first citizen comes; sessions survive a store and stay out of logs.</summary>
public sealed class ConnectionTests
{
    public static TheoryData<string, EidServerConnection> Unusable => new()
    {
        { "Address", ServerParties.Connection with { Address = new Uri("http://eid.example/soap") } },
        { "Address", ServerParties.Connection with { Address = new Uri("/soap", UriKind.Relative) } },
        { "Address", ServerParties.Connection with { Address = new Uri("https://user:word@eid.example/soap") } },
        { "SigningCertificate", ServerParties.Connection with { SigningCertificate = ServerParties.Certificate("CN=short", keySize: 1024) } },
        { "SigningCertificate", ServerParties.Connection with { SigningCertificate = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(ServerParties.Service.RawData) } },
        { "SigningCertificate", ServerParties.Connection with { SigningCertificate = ServerParties.CurveCertificate(System.Security.Cryptography.ECCurve.NamedCurves.nistP256) } },
        { "ServerCertificates", ServerParties.Connection with { ServerCertificates = [] } },
        { "ServerCertificates", ServerParties.Connection with { ServerCertificates = [ServerParties.Server, ServerParties.Certificate("CN=short", keySize: 1024)] } },
        { "ClockSkew", ServerParties.Connection with { ClockSkew = TimeSpan.FromMinutes(6) } },
        { "MessageLifetime", ServerParties.Connection with { MessageLifetime = TimeSpan.FromHours(1) } },
        { "ResultDeadline", ServerParties.Connection with { ResultDeadline = TimeSpan.FromMinutes(11) } },
        { "PollInterval", ServerParties.Connection with { PollInterval = TimeSpan.Zero } },
        { "CallTimeout", ServerParties.Connection with { CallTimeout = Timeout.InfiniteTimeSpan } },
        { "PseudonymIssuer", ServerParties.Connection with { PseudonymIssuer = " " } },
        { "Version", ServerParties.Connection with { Version = (EidServerVersion)9 } },
        { "LevelWhenUnstated", ServerParties.Connection with { LevelWhenUnstated = (AssuranceLevel)9 } },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_connection_that_cannot_work_is_refused(string names, EidServerConnection connection) =>
        FluentActions.Invoking(() => new ForgedServer().Client(connection)).Should().Throw<EidException>().Where(fault => fault.Code == "eid.server-configuration" && fault.Message.Contains(names));

    [Fact]
    public void A_session_comes_out_of_a_store_as_it_went_in()
    {
        foreach (var session in new[] { Sessions.Open, Sessions.OpenFor(Sessions.Everything) with { RequestCounter = 7, ECardServerAddress = null } })
            EidServerSession.FromBytes(session.ToBytes()).Should().BeEquivalentTo(session);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"Version\":2,\"Id\":\"a\",\"PskId\":\"b\",\"PskKey\":\"c\",\"Operations\":{}}")]
    [InlineData("{\"Version\":1,\"Id\":null,\"PskId\":\"b\",\"PskKey\":\"c\",\"Operations\":{}}")]
    [InlineData("{\"Version\":1,\"Id\":\"a\",\"PskId\":\"b\",\"PskKey\":\"c\",\"Operations\":{},\"Address\":\"not an address\"}")]
    public void What_is_no_session_is_none(string text) => EidServerSession.FromBytes(System.Text.Encoding.UTF8.GetBytes(text)).Should().BeNull();

    [Fact]
    public async Task Secrets_and_persons_stay_out_of_texts()
    {
        var server = new ForgedServer().Says(AnswerContents.Started, AnswerContents.ResultOf("<eid:GivenNames>ERIKA</eid:GivenNames><eid:RestrictedID><eid:ID>01A4FB50</eid:ID></eid:RestrictedID>"));
        var start = await server.Client().StartAsync(Sessions.Everything);
        var session = ((EidServerStart.Started)start).Session;
        var result = await server.Client().GetResultAsync(session);

        var texts = string.Join('|', start, session, result, new EidServerResult.Pending(session), Sessions.Everything, Sessions.Everything.Attestation, ServerParties.Connection, new TransactionAttestation("urn:x", "ERIKA"));
        texts.Should().NotContainAny("ERIKA", "01A4FB50", AnswerContents.Session, AnswerContents.PskId, AnswerContents.PskKey, "Hundes", "id599456");
    }

    [Theory]
    [InlineData("GivenNames", true)]
    [InlineData("ResidencePermitI", true)]
    [InlineData("givennames", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Operations_are_found_by_their_names(string? name, bool expected) => EidServerOperation.TryFind(name, out _).Should().Be(expected);
}

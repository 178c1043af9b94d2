using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.EidServer.Forge;
using BaseComponents.Tests.Eid.Saml.Forge;
using CsCheck;
using static BaseComponents.Eid.EidServer.EidServerOperation;

namespace BaseComponents.Tests.Eid.EidServer;

/// <summary>What is sent: valid by the schema, signed in the one way that servers demand, and nothing that could not be sent.</summary>
public sealed class RequestTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char.Where(c => c is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800')), 1, 60];

    private static readonly Gen<EidServerRequest> Requests =
        from operations in Gen.Select(Among([.. Known.Where(known => known != AgeVerification && known != PlaceVerification)]), Gen.Enum<EidServerDemand>()).List[1, 20]
        from age in Gen.Int[-20, 150]
        from place in Among(null, "0276", "027614", "02761406", "0276140612", "02761406120000")
        from info in Gen.Null(Texts)
        from context in Gen.Null(Texts)
        from level in Among<AssuranceLevel?>(null, AssuranceLevel.Basic, AssuranceLevel.Low, AssuranceLevel.Substantial, AssuranceLevel.High)
        from types in Gen.Null(Among([.. EidServerEidType.Known]).List[1, 4])
        select Complete(operations, age < 0 ? null : age, place) with
        {
            TransactionInfo = info,
            Attestation = context is null ? null : new TransactionAttestationRequest(new Uri("http://bsi.bund.de/eID/ExampleAttestationFormat?a=1&b=2"), context),
            MinimumLevel = level,
            EidTypes = types?.ToHashSet(),
        };

    private readonly ForgedServer _server = new();

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Fact]
    public async Task Whatever_is_asked_for_is_valid_by_the_schema() => await Requests.SampleAsync(
        async request =>
        {
            var sent = await SentAsync(request);

            MessageSchema.ProblemsOf(sent.Document).Should().BeEmpty(sent.Xml);
            foreach (var operation in Known)
                Text(sent, operation.Name).Should().Be(request.Operations.TryGetValue(operation, out var demand) ? demand.ToString().ToUpperInvariant() : "PROHIBITED");
            if (request.TransactionInfo is { } info)
                Text(sent, "TransactionInfo").Should().Be(info);
        },
        iter: 200);

    [Fact]
    public async Task So_are_the_other_two_questions()
    {
        await _server.Says(AnswerContents.Info, AnswerContents.Erika).Client().GetServerInfoAsync();
        await _server.Client().GetResultAsync(Sessions.Open);

        _server.Requests.SelectMany(request => MessageSchema.ProblemsOf(request.Document)).Should().BeEmpty();
    }

    [Fact]
    public void A_schema_that_finds_nothing_would_be_none()
    {
        var document = new XmlDocument();
        document.LoadXml($"<s:Envelope xmlns:s=\"{ForgedEnvelope.Soap}\"><s:Body><useIDRequest xmlns=\"http://bsi.bund.de/eID/\"><UseOperations/></useIDRequest></s:Body></s:Envelope>");
        MessageSchema.ProblemsOf(document).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_asked_for_unasked()
    {
        var sent = await SentAsync(Sessions.Names);

        var root = sent.Document.GetElementsByTagName("useIDRequest", "http://bsi.bund.de/eID/")[0]!;
        root.ChildNodes.Cast<XmlNode>().Select(child => child.LocalName).Should().Equal("UseOperations");
    }

    [Fact]
    public async Task Body_and_timestamp_are_signed_by_the_key_of_the_service()
    {
        var sent = await SentAsync(Sessions.Everything);

        var security = Element(sent, "Security", ForgedEnvelope.Wsse);
        security.GetAttribute("mustUnderstand", ForgedEnvelope.Soap).Should().Be("1");
        security.ChildNodes.Cast<XmlNode>().Select(child => child.LocalName).Should().Equal("Timestamp", "Signature");
        foreach (var (reference, part) in References(sent).Zip([Element(sent, "Timestamp", ForgedEnvelope.Wsu), Element(sent, "Body", ForgedEnvelope.Soap)]))
        {
            reference.GetAttribute("URI").Should().Be("#" + part.GetAttribute("Id", ForgedEnvelope.Wsu));
            reference["ds:DigestValue"]!.InnerText.Should().Be(Convert.ToBase64String(SHA256.HashData(ForgedSignature.Canonical(part, null))));
        }

        var signed = ForgedSignature.Canonical(Element(sent, "SignedInfo", ForgedSignature.Dsig), null);
        var value = Convert.FromBase64String(Element(sent, "SignatureValue", ForgedSignature.Dsig).InnerText);
        ServerParties.Service.GetRSAPublicKey()!.VerifyData(signed, value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Should().BeTrue();
    }

    [Fact]
    public async Task The_algorithms_are_those_of_the_policy()
    {
        var sent = await SentAsync(Sessions.Names);

        sent.Document.SelectNodes("//@Algorithm")!.Cast<XmlAttribute>().Select(attribute => attribute.Value).Distinct()
            .Should().BeEquivalentTo(ForgedSignature.ExclusiveC14n, ForgedSignature.RsaSha256, ForgedSignature.Sha256);
    }

    [Fact]
    public async Task The_key_is_named_by_issuer_and_number_and_not_sent()
    {
        var sent = await SentAsync(Sessions.Names);

        Element(sent, "KeyInfo", ForgedSignature.Dsig).FirstChild!.FirstChild!.FirstChild!.LocalName.Should().Be("X509IssuerSerial");
        Element(sent, "X509IssuerName", ForgedSignature.Dsig).InnerText.Should().Be("CN=Hundesteuer\\, Test,O=Beispielstadt,C=DE");
        var number = System.Numerics.BigInteger.Parse(Element(sent, "X509SerialNumber", ForgedSignature.Dsig).InnerText, System.Globalization.CultureInfo.InvariantCulture);
        Convert.ToHexString(number.ToByteArray(isBigEndian: true)).TrimStart('0').Should().Be(ServerParties.Service.SerialNumber.TrimStart('0'));
        sent.Xml.Should().NotContain(Convert.ToBase64String(ServerParties.Service.RawData)[..40]);
    }

    [Fact]
    public async Task A_message_says_when_it_was_made_and_until_when_it_counts()
    {
        var sent = await SentAsync(Sessions.Names);

        Element(sent, "Created", ForgedEnvelope.Wsu).InnerText.Should().Be("2026-11-27T12:00:00.000Z");
        Element(sent, "Expires", ForgedEnvelope.Wsu).InnerText.Should().Be("2026-11-27T12:05:00.000Z");
    }

    public static TheoryData<string, EidServerRequest> Incomplete => new()
    {
        { "Operations", new EidServerRequest { Operations = Sessions.Of() } },
        { "Operations", new EidServerRequest { Operations = Sessions.Of((new EidServerOperation("ShoeSize"), EidServerDemand.Required)) } },
        { "Operations", new EidServerRequest { Operations = Sessions.Of((GivenNames, (EidServerDemand)7)) } },
        { "MinimumAge", new EidServerRequest { Operations = Sessions.Of((AgeVerification, EidServerDemand.Required)) } },
        { "MinimumAge", Sessions.Names with { MinimumAge = 18 } },
        { "MinimumAge", Sessions.Everything with { MinimumAge = -1 } },
        { "CommunityId", Sessions.Names with { CommunityId = "027614" } },
        { "CommunityId", Sessions.Everything with { CommunityId = "14612000" } },
        { "CommunityId", Sessions.Everything with { CommunityId = "027614\n" } },
        { "CommunityId", new EidServerRequest { Operations = Sessions.Of((PlaceVerification, EidServerDemand.Allowed)) } },
        { "TransactionInfo", Sessions.Names with { TransactionInfo = "" } },
        { "TransactionInfo", Sessions.Names with { TransactionInfo = "\u0001" } },
        { "TransactionInfo", Sessions.Names with { TransactionInfo = "\uD800" } },
        { "TransactionInfo", Sessions.Names with { TransactionInfo = new string('x', 2001) } },
        { "Attestation", Sessions.Names with { Attestation = new TransactionAttestationRequest(new Uri("relative", UriKind.Relative), "x") } },
        { "Attestation", Sessions.Names with { Attestation = new TransactionAttestationRequest(new Uri("urn:x"), "") } },
        { "MinimumLevel", Sessions.Names with { MinimumLevel = AssuranceLevel.Unknown } },
        { "EidTypes", Sessions.Names with { EidTypes = new HashSet<EidServerEidType>() } },
        { "EidTypes", Sessions.Names with { EidTypes = new HashSet<EidServerEidType> { new("Implant") } } },
    };

    [Theory]
    [InlineData(EidServerVersion.From24, "UseOperations,LevelOfAssuranceRequest,EIDTypeRequest")]
    [InlineData(EidServerVersion.From23, "UseOperations,LevelOfAssuranceRequest")]
    [InlineData(EidServerVersion.Until22, "UseOperations")]
    public async Task An_older_server_is_not_asked_for_what_it_does_not_know_and_held_to_it_all_the_same(EidServerVersion version, string expected)
    {
        var connection = ServerParties.Connection with { Version = version };
        var demanding = Sessions.Names with { MinimumLevel = AssuranceLevel.High, EidTypes = new HashSet<EidServerEidType> { EidServerEidType.CardCertified } };
        var client = _server.Says(AnswerContents.Started, AnswerContents.ResultOf("", level: "")).Client(connection);

        var session = ((EidServerStart.Started)await client.StartAsync(demanding)).Session;

        var root = _server.Requests[0].Document.GetElementsByTagName("useIDRequest", "http://bsi.bund.de/eID/")[0]!;
        string.Join(',', root.ChildNodes.Cast<XmlNode>().Select(child => child.LocalName)).Should().Be(expected);
        (await client.GetResultAsync(session)).Should().Be(new EidServerResult.LevelTooLow(AssuranceLevel.Unknown));
    }

    [Theory]
    [InlineData(EidServerVersion.From23, "TransactionInfo")]
    [InlineData(EidServerVersion.Until22, "TransactionInfo")]
    [InlineData(EidServerVersion.Until22, "Attestation")]
    public async Task What_it_does_not_know_is_not_left_out_in_silence(EidServerVersion version, string names)
    {
        var request = names == "TransactionInfo" ? Sessions.Names with { TransactionInfo = "x" } : Sessions.Names with { Attestation = Sessions.Everything.Attestation };

        (await _server.Client(ServerParties.Connection with { Version = version }).Invoking(client => client.StartAsync(request)).Should().ThrowAsync<EidException>())
            .Which.Should().Match<EidException>(fault => fault.Code == "eid.server-request" && fault.Message.Contains(names));
    }

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task What_a_server_would_refuse_is_not_sent(string names, EidServerRequest request)
    {
        var fault = (await _server.Client().Invoking(client => client.StartAsync(request)).Should().ThrowAsync<EidException>()).Which;

        fault.Code.Should().Be("eid.server-request");
        fault.Message.Should().Contain(names);
        _server.Requests.Should().BeEmpty();
    }

    private static EidServerRequest Complete(List<(EidServerOperation Operation, EidServerDemand Demand)> operations, int? age, string? place)
    {
        var all = operations.DistinctBy(pair => pair.Operation).ToDictionary(pair => pair.Operation, pair => pair.Demand);
        if (age is not null)
            all[AgeVerification] = EidServerDemand.Required;
        if (place is not null)
            all[PlaceVerification] = EidServerDemand.Allowed;
        return new EidServerRequest { Operations = all, MinimumAge = age, CommunityId = place };
    }

    private static async Task<SentRequest> SentAsync(EidServerRequest request)
    {
        var server = new ForgedServer().Says(AnswerContents.Declined("useID", "useID#tooManyOpenSessions"));
        await server.Client().StartAsync(request);
        return server.Requests.Single();
    }

    private static IEnumerable<XmlElement> References(SentRequest sent) => sent.Document.GetElementsByTagName("Reference", ForgedSignature.Dsig).Cast<XmlElement>();

    private static XmlElement Element(SentRequest sent, string name, string @namespace) => sent.Document.GetElementsByTagName(name, @namespace).Cast<XmlElement>().Single();

    private static string Text(SentRequest sent, string name) => sent.Document.GetElementsByTagName(name, "http://bsi.bund.de/eID/").Cast<XmlElement>().First(element => !element.ChildNodes.OfType<XmlElement>().Any()).InnerText;
}

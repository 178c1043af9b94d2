using System.Net;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>The whole way: a session, a token, a card, a result.</summary>
public sealed class ReadingTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IAsyncLifetime
{
    private readonly EidServerByHand _server = new(sandbox.Server);
    private ApplicationByHand _application = null!;

    public async ValueTask InitializeAsync() => _application = await ApplicationByHand.StartAsync(_server.Client);

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        await _application.DisposeAsync();
    }

    [Fact]
    public async Task Everything_is_read_from_an_ordinary_card_and_told_once()
    {
        const string rest = "<e:AgeVerificationRequest><e:Age>18</e:Age></e:AgeVerificationRequest><e:PlaceVerificationRequest><e:CommunityID>027614</e:CommunityID></e:PlaceVerificationRequest>";
        var begun = await _server.CallAsync(CallByHand.UseId(CallByHand.All("REQUIRED"), rest));
        var back = await _application.ReadCardAsync(begun, "erika");
        var (answer, again) = (await ResultAsync(begun), await ResultAsync(begun, 2));

        back.Should().Be(new Uri(_application.Address, "/refresh?case=7&ResultMajor=ok"));
        AnswerSchema.Errors(answer.Content).Should().BeEmpty();
        (await _server.VerifiesAsync(answer)).Should().BeTrue();
        answer.IsOk.Should().BeTrue();
        (answer["PersonalData", "GivenNames"], answer["PersonalData", "FamilyNames"], answer["PersonalData", "AcademicTitle"]).Should().Be(("ERIKA", "MUSTERMANN", "DR."));
        (answer["PersonalData", "DocumentType"], answer["PersonalData", "IssuingState"], answer["PersonalData", "Nationality"]).Should().Be(("ID", "D", "D"));
        (answer["PersonalData", "DateOfBirth", "DateString"], answer["PersonalData", "DateOfBirth", "DateValue"]).Should().Be(("19640812", "1964-08-12"));
        (answer["PersonalData", "PlaceOfResidence", "StructuredPlace", "City"], answer["PersonalData", "CommunityID"]).Should().Be(("DRESDEN", "02761406120000"));
        answer["PersonalData", "RestrictedID", "ID"].Should().MatchRegex("^[0-9A-F]{64}$");
        (answer["FulfilsAgeVerification", "FulfilsRequest"], answer["FulfilsPlaceVerification", "FulfilsRequest"]).Should().Be(("true", "true"));
        (answer["OperationsAllowedByUser", "BirthName"], answer["OperationsAllowedByUser", "ResidencePermitI"]).Should().Be(("ALLOWED", "NOTONCHIP"));
        (again.Minor, again["PersonalData"]).Should().Be(("invalidSession", null));
    }

    [Theory]
    [InlineData("amina", "DateOfBirth/DateString", "1971    ")]
    [InlineData("amina", "DateOfBirth/DateValue", null)]
    [InlineData("amina", "DocumentType", "AR")]
    [InlineData("amina", "ResidencePermitI", "ERWERBSTÄTIGKEIT ERLAUBT")]
    [InlineData("amina", "BirthName", null)]
    [InlineData("juergen", "PlaceOfResidence/NoPlaceInfo", "keine Wohnung in Deutschland")]
    [InlineData("juergen", "CommunityID", null)]
    [InlineData("zoe", "FamilyNames", "WEIẞ-ĐẶNG M\u0302BANGO\u0303")]
    [InlineData("giulia", "Nationality", "ITA")]
    [InlineData("giulia", "PlaceOfResidence/StructuredPlace/Country", "ITA")]
    [InlineData("ben", "AcademicTitle", "")]
    public async Task Each_person_teaches_something(string person, string path, string? value)
    {
        var answer = await ReadAsync(person, CallByHand.All("ALLOWED").Replace(">ALLOWED</e:AgeV", "></e:AgeV", StringComparison.Ordinal).Replace(">ALLOWED</e:PlaceV", "></e:PlaceV", StringComparison.Ordinal));

        answer[["PersonalData", .. path.Split('/')]].Should().Be(value);
        AnswerSchema.Errors(answer.Content).Should().BeEmpty();
    }

    [Fact]
    public async Task What_nobody_asked_for_is_not_told_and_what_was_unticked_neither()
    {
        var answer = await ReadAsync("erika", CallByHand.Demand(("GivenNames", "REQUIRED"), ("FamilyNames", "ALLOWED"), ("DateOfBirth", "ALLOWED")), unticked: ["DateOfBirth", "GivenNames"]);

        (answer["PersonalData", "GivenNames"], answer["PersonalData", "FamilyNames"], answer["PersonalData", "DateOfBirth"], answer["PersonalData", "RestrictedID"]).Should().Be(("ERIKA", "MUSTERMANN", null, null));
        (answer["OperationsAllowedByUser", "GivenNames"], answer["OperationsAllowedByUser", "DateOfBirth"], answer["OperationsAllowedByUser", "RestrictedID"]).Should().Be(("ALLOWED", "PROHIBITED", ""));
    }

    [Theory]
    [InlineData("ben", "18", "false")]
    [InlineData("ben", "14", "true")]
    [InlineData("erika", "62", "true")]
    [InlineData("amina", "120", "false")]
    [InlineData("erika", "2147483647", "false")]
    public async Task The_age_is_a_question(string person, string age, string fulfils)
    {
        var answer = await ReadAsync(person, CallByHand.Demand(("AgeVerification", "REQUIRED")), $"<e:AgeVerificationRequest><e:Age>{age}</e:Age></e:AgeVerificationRequest>");

        (answer["FulfilsAgeVerification", "FulfilsRequest"], answer["PersonalData", "DateOfBirth"]).Should().Be((fulfils, null));
    }

    [Theory]
    [InlineData("erika", "0276", "true")]
    [InlineData("erika", "027614061200000", null)]
    [InlineData("erika", "02761406120000", "true")]
    [InlineData("erika", "02761407", "false")]
    [InlineData("juergen", "0276", "false")]
    public async Task The_place_is_a_question(string person, string place, string? fulfils)
    {
        var (operations, rest) = (CallByHand.Demand(("PlaceVerification", "REQUIRED")), $"<e:PlaceVerificationRequest><e:CommunityID>{place}</e:CommunityID></e:PlaceVerificationRequest>");
        if (fulfils is null)
            (await _server.CallAsync(CallByHand.UseId(operations, rest))).Minor.Should().Be("schemaViolation");
        else
            (await ReadAsync(person, operations, rest))["FulfilsPlaceVerification", "FulfilsRequest"].Should().Be(fulfils);
    }

    [Theory]
    [InlineData("http://bsi.bund.de/eID/LoA/substantiell", "http://bsi.bund.de/eID/LoA/hoch")]
    [InlineData("http://eidas.europa.eu/LoA/low", "http://eidas.europa.eu/LoA/high")]
    public async Task The_level_is_told_where_it_was_asked_for(string asked, string told)
    {
        var (with, without) = (await ReadAsync("erika", null, $"<e:LevelOfAssuranceRequest>{asked}</e:LevelOfAssuranceRequest>"), await ReadAsync("erika", null));

        (with["LevelOfAssuranceResult"], without["LevelOfAssuranceResult"]).Should().Be((told, null));
    }

    [Fact]
    public async Task Kinds_of_documents_and_attestations_are_answered()
    {
        const string rest = "<e:TransactionAttestationRequest><e:TransactionAttestationFormat>urn:x</e:TransactionAttestationFormat><e:TransactionContext>y</e:TransactionContext></e:TransactionAttestationRequest><e:EIDTypeRequest><e:HWKeyStore>DENIED</e:HWKeyStore></e:EIDTypeRequest>";
        var answer = await ReadAsync("erika", null, rest);

        (answer["EIDTypeResponse", "CardCertified"], answer["TransactionAttestationResponse", "TransactionAttestationFormat"]).Should().Be(("USED", "urn:x"));
        AnswerSchema.Errors(answer.Content).Should().BeEmpty();
    }

    [Fact]
    public async Task A_card_that_is_not_taken_is_denied()
    {
        var begun = await _server.CallAsync(CallByHand.UseId(rest: "<e:EIDTypeRequest><e:CardCertified>DENIED</e:CardCertified></e:EIDTypeRequest>"));

        (await _application.ReadCardAsync(begun, "erika")).Query.Should().Be("?case=7&ResultMajor=error&ResultMinor=serverError");
        (await ResultAsync(begun)).Minor.Should().Be("deniedDocument");
    }

    [Theory]
    [InlineData("", "GivenNames")]
    [InlineData("carla", "GivenNames")]
    [InlineData("lena", "GivenNames")]
    [InlineData("nobody-of-that-name", "GivenNames")]
    [InlineData("otto", "DateOfBirth")]
    public async Task Giving_up_is_an_answer_too(string person, string required)
    {
        var begun = await _server.CallAsync(CallByHand.UseId(CallByHand.Demand((required, "REQUIRED"))));
        var back = await _application.ReadCardAsync(begun, person);
        var answer = await ResultAsync(begun);

        back.Query.Should().Be("?case=7&ResultMajor=error&ResultMinor=cancellationByUser");
        (answer.IsOk, answer.Minor, answer["PersonalData"]).Should().Be((false, "cancellationByUser", null));
        AnswerSchema.Errors(answer.Content).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_refuses_what_is_voluntary_goes_on()
    {
        var answer = await ReadAsync("otto", CallByHand.Demand(("GivenNames", "REQUIRED"), ("DateOfBirth", "ALLOWED"), ("PlaceOfResidence", "ALLOWED")));

        (answer.IsOk, answer["OperationsAllowedByUser", "DateOfBirth"], answer["OperationsAllowedByUser", "PlaceOfResidence"]).Should().Be((true, "PROHIBITED", "PROHIBITED"));
    }

    [Fact]
    public async Task The_pseudonym_stays_the_same_for_a_card()
    {
        var operations = CallByHand.Demand(("RestrictedID", "REQUIRED"));
        var (first, second, other) = (await ReadAsync("erika", operations), await ReadAsync("erika", operations), await ReadAsync("ben", operations));

        first["PersonalData", "RestrictedID", "ID"].Should().Be(second["PersonalData", "RestrictedID", "ID"]).And.NotBe(other["PersonalData", "RestrictedID", "ID"]);
    }

    [Fact]
    public async Task Two_ask_at_once_and_one_gets_the_result()
    {
        var begun = await _server.CallAsync(CallByHand.UseId());
        await _application.ReadCardAsync(begun, "erika");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ResultAsync(begun)));

        answers.Count(answer => answer.IsOk).Should().Be(1);
        answers.Where(answer => !answer.IsOk).Select(answer => answer.Minor).Should().AllBe("invalidSession");
    }

    private async Task<EidAnswerByHand> ReadAsync(string person, string? operations, string rest = "", params string[] unticked)
    {
        var begun = await _server.CallAsync(CallByHand.UseId(operations, rest));
        await _application.ReadCardAsync(begun, person, unticked);
        return await ResultAsync(begun);
    }

    private Task<EidAnswerByHand> ResultAsync(EidAnswerByHand begun, int counter = 1) => _server.CallAsync(CallByHand.GetResult(begun.Session, counter));
}

using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Authorities.Routing;

/// <summary>What the routing service answers, over real https, with signatures that somebody else has written.</summary>
public sealed class RouterAgainstSandboxTests(RouterOnSandbox sandbox) : IClassFixture<RouterOnSandbox>
{
    [Fact]
    public async Task A_destination_is_verified_and_described()
    {
        var route = (await sandbox.Router().FindRoutesAsync(RouterOnSandbox.Dog, RouterOnSandbox.Freiberg)).Should().ContainSingle().Subject;

        var verified = route.Destination.Should().BeOfType<SignedDestination.Verified>().Subject;
        verified.SubmissionHost.Should().Be("submission.fit-connect.example");
        verified.Issuer.Should().StartWith(sandbox.Sandbox.MachineAddress.AbsoluteUri);
        verified.IssuedAt.Should().BeCloseTo(DateTimeOffset.UtcNow.AddDays(-1), TimeSpan.FromMinutes(5));
        route.Should().BeEquivalentTo(new
        {
            Name = "Stadtverwaltung Freiberg, Steueramt",
            ShortName = "Steueramt",
            Logo = new Uri("https://amt.example/wappen.svg"),
            ContactPersons = new[] { new { Name = "Erika Mustermann", Telephone = "+49 30 23125 000", MailAddress = "steueramt@freiberg.amt.example" } },
            Address = new { Street = "Musterstraße", HouseNumber = "1", City = "Freiberg" },
            PostalAddress = new { Street = "Musterplatz", HouseNumber = "2 a" },
            PostOfficeBox = new { Name = "Postfach 1 00" },
            PrivacyPolicy = new Uri("https://amt.example/datenschutz"),
            RequiredDocuments = new[] { new LocalText("de", "<ul><li>Ausweis</li></ul>"), new LocalText("en", "<ul><li>identity card</li></ul>") },
            ProcessingTime = new ProcessingTime(1, 4, ProcessingTimeUnit.Week),
            CustomParameters = new Dictionary<string, string> { ["prozessvariante"] = "sandbox", ["mahnfrist"] = "14" },
            Origin = "SANDBOX",
        });
        route.Parameters.Should().BeNull();
    }

    [Fact]
    public async Task Version_1_brings_parameters_that_nobody_has_checked()
    {
        var route = (await sandbox.Router(("Version", "V1")).FindRoutesAsync(RouterOnSandbox.Dog, RouterOnSandbox.Freiberg)).Should().ContainSingle().Subject;

        route.Destination.Should().BeOfType<SignedDestination.Verified>();
        route.Parameters!.Json.Should().Be("""{"encryptionKid":"sandbox"}""");
        route.Parameters.Signature.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("99102013104000", "145215101340", "a municipality for which another one acts")]
    [InlineData("99102013104000", "145220080080", "a municipality that takes no part")]
    [InlineData("99900000000000", "145220180180", "a service that nobody has")]
    public async Task Nobody_is_an_empty_list(string service, string area, string because) =>
        (await sandbox.Router().FindRoutesAsync(LeikaKey.Parse(service), RegionKey.Parse(area))).Should().BeEmpty(because);

    [Theory]
    [InlineData("99102013104000", "146120000000", "an urban district by its twelve digits")]
    [InlineData("99102013104000", "14612", "an urban district by its five")]
    [InlineData("99102013104000", "145220180", "a municipality on its own by nine digits")]
    [InlineData("99102013104000", "145215138370", "a member of an association")]
    [InlineData("99036020001000", "145220180180", "what the district does for its municipalities")]
    [InlineData("99042001012000", "145220180180", "what the state does")]
    [InlineData("99049001001000", "145220180180", "what the federation does")]
    public async Task The_signature_may_be_for_an_area_around(string service, string area, string because)
    {
        var routes = await sandbox.Router().FindRoutesAsync(LeikaKey.Parse(service), RegionKey.Parse(area));

        routes.Should().NotBeEmpty(because).And.OnlyContain(route => route.Destination is SignedDestination.Verified, because);
    }

    [Fact]
    public async Task Municipality_keys_and_numbers_of_areas_find_the_same()
    {
        var router = sandbox.Router();
        var expected = Timeless((await router.FindRoutesAsync(RouterOnSandbox.Dog, RouterOnSandbox.Freiberg)).Single().Destination);

        Timeless((await router.FindRoutesAsync(RouterOnSandbox.Dog, MunicipalityKey.Parse("14522180"))).Should().ContainSingle().Which.Destination).Should().Be(expected);
        var area = (await router.FindAreasAsync(["Freib*", "09599"])).Should().ContainSingle().Subject;
        (area.Name, area.Kind).Should().Be(("Freiberg, Stadt, Universitätsstadt", "Gemeinde"));
        Timeless((await router.FindRoutesAsync(RouterOnSandbox.Dog, area.Id, RouterOnSandbox.Freiberg)).Should().ContainSingle().Which.Destination).Should().Be(expected);
        (await router.FindRoutesAsync(RouterOnSandbox.Dog, area.Id, RegionKey.Parse("145220080080"))).Should().ContainSingle()
            .Which.Destination.Should().BeOfType<SignedDestination.Refused>().Which.Reason.Should().Be(DestinationRefusal.OtherArea, "the number was of another place than it was said to be");
    }

    [Fact]
    public async Task Parts_are_fetched_to_the_end()
    {
        var whole = await sandbox.Router().FindAreasAsync(["*er*"]);
        var parts = await sandbox.Router(("PageSize", "7")).FindAreasAsync(["*er*"]);

        parts.Should().Equal(whole).And.HaveCountGreaterThan(20);
        var tooMany = () => sandbox.Router(("MaxResults", "20")).FindAreasAsync(["*er*"]);
        (await tooMany.Should().ThrowAsync<AuthoritiesException>()).Which.Code.Should().Be("authorities.routing-too-large");
    }

    [Theory]
    [InlineData("V1", "1.0.0")]
    [InlineData("V2", "2.0.0")]
    public async Task It_says_its_version(string version, string said) =>
        (await sandbox.Router(("Version", version)).GetInfoAsync()).Version.ToString().Should().Be(said);

    [Fact]
    public async Task What_the_directory_names_is_confirmed_by_the_routing_service()
    {
        var services = sandbox.Services();
        var answer = await services.GetRequiredService<IAuthorityDirectory>().ResolveAsync(RouterOnSandbox.Dog, Place.Of(RouterOnSandbox.Freiberg));
        var office = answer.Should().BeOfType<Competence.Found>().Subject.Office;
        var router = services.GetRequiredService<IDestinationRouter>();

        var route = await router.FindRouteAsync(RouterOnSandbox.Dog, RouterOnSandbox.Freiberg, office.Destination!.Value);

        route!.Destination.Should().BeOfType<SignedDestination.Verified>().Which.Id.Should().Be(office.Destination!.Value);
        (await router.FindRouteAsync(RouterOnSandbox.Dog, RouterOnSandbox.Freiberg, Guid.NewGuid())).Should().BeNull();
    }

    // Each answer is signed anew, and a second may pass between two.
    private static SignedDestination Timeless(SignedDestination destination) => destination is SignedDestination.Verified verified ? verified with { IssuedAt = default } : destination;
}

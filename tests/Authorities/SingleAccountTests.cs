using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities;

/// <summary>Saxony's rule: units that advise are left out, and of the others exactly one account of the service portal must remain.</summary>
public sealed class SingleAccountTests
{
    private const string Advises = "<xzufi:auspraegung>Beraten</xzufi:auspraegung>";

    [Fact]
    public async Task One_unit_with_one_account_is_chosen() => Chosen(await AskAsync(Unit("A", "BK-1"))).Should().Be(("A", "BK-1"));

    [Fact]
    public async Task An_adviser_beside_it_does_not_count() => Chosen(await AskAsync(Unit("A", "BK-1"), Unit("B", "BK-2", Advises))).Should().Be(("A", "BK-1"));

    [Fact]
    public async Task Of_several_units_the_only_account_is_taken() => Chosen(await AskAsync(Unit("A", null), Unit("B", "BK-2"))).Should().Be(("B", "BK-2"));

    [Fact]
    public async Task Units_may_share_an_account() => Chosen(await AskAsync(Unit("A", "BK-1"), Unit("B", "BK-1"))).Account.Should().Be("BK-1");

    [Fact]
    public async Task Several_accounts_are_not_chosen_between()
    {
        (await AskAsync(Unit("A", "BK-1"), Unit("B", "BK-2"))).Single().Should().BeOfType<SingleAccount.AmbiguousCompetence>()
            .Which.Candidates.Select(office => office.Name).Should().BeEquivalentTo("A", "B");
        (await AskAsync(Unit("A", "BK-1", account2: "BK-2"))).Single().Should().BeOfType<SingleAccount.AmbiguousCompetence>().Which.Candidates.Should().ContainSingle();
    }

    [Fact]
    public async Task Without_an_account_nothing_is_chosen()
    {
        (await AskAsync(Unit("A", null))).Single().Should().BeOfType<SingleAccount.AmbiguousCompetence>().Which.Candidates.Should().ContainSingle();
        (await AskAsync(Unit("A", "BK-1", Advises))).Single().Should().BeOfType<SingleAccount.AmbiguousCompetence>().Which.Candidates.Should().BeEmpty();
    }

    [Fact]
    public void Candidates_of_any_source_are_sifted()
    {
        var adviser = new Office(new OfficeId("S", "", "1"), "A") { ServiceAccounts = ["BK-1"], OnlyAdvises = true };
        var contact = new Office(new OfficeId("S", "", "2"), "B") { ServiceAccounts = ["BK-2"], Role = OfficeRole.Contact };
        var deciding = new Office(new OfficeId("S", "", "3"), "C") { ServiceAccounts = ["BK-3"] };
        var answer = new Competence.Ambiguous([adviser, contact, deciding], new MatchedArea(RegionLevel.State, RegionKey.Parse("14"), "Sachsen"));
        answer.Single().Should().Be(new SingleAccount.Chosen(deciding, "BK-3"));
    }

    private static (string Name, string Account) Chosen(Competence answer) =>
        answer.Single().Should().BeOfType<SingleAccount.Chosen>().Subject is var chosen ? (chosen.Office.Name, chosen.Account) : default;

    private static string Unit(string name, string? account, string competence = "", string? account2 = null) =>
        Delivery.Unit(name, Account(account) + Account(account2) + Competence(SmallMap.Freiberg, id: $"Z{name}", more: competence));

    private static string Account(string? account) =>
        account is null ? "" : $"<xzufi:kommunikationssystem><xzufi:kanal>Servicekonto</xzufi:kanal><xzufi:kennung>{account}</xzufi:kennung></xzufi:kommunikationssystem>";

    private static async Task<Competence> AskAsync(params string[] units)
    {
        await using var directory = TestDirectory.With(Of([Service(), .. units]));
        return await directory.Authorities.ResolveAsync(LeikaKey.Parse(Dog), Place.Of(RegionKey.Parse(SmallMap.Freiberg)));
    }
}

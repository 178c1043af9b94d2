using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Live;

/// <summary>A live source is no way around the rule that changed accounts and addresses wait for a person.</summary>
public sealed class LiveValueTests : IDisposable
{
    private const string Account = "DE89370400440532013000";
    private const string Foreign = "DE02120300000000202051";
    private static readonly OfficeId Id = new("S", "Organisationseinheit", "live");
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);
    private static readonly RegionKey Freiberg = RegionKey.Parse(SmallMap.Freiberg);
    private static readonly Guid Destination = Guid.Parse("9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1f");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly SnapshotFolder _folder = new();
    private readonly PvogStub _pvog = new();

    [Fact]
    public async Task A_foreign_account_and_mailbox_are_held_back_whoever_names_them()
    {
        await using var provider = await ServeAsync(Known());
        Say("boese@boese.example", Foreign);
        var answer = await AskAsync(provider);
        var office = answer.Should().BeOfType<Competence.Found>().Subject.Office;
        (answer.Source, office.MailAddress).Should().Be((AnswerSource.Pvog, "amt@amt.example"));
        office.Channels.Should().NotContain(channel => channel.Value.Contains("boese"), "it is no second way to the foreign mailbox");
        office.BankAccounts.Should().ContainSingle().Which.Iban.Should().Be(Account);
        office.HeldBack.Should().Equal(nameof(Office.BankAccounts), nameof(Office.MailAddress));
        answer.Explanation[^1].Describe(new("de")).Should().Be("Live-Amt: neue Werte sind noch nicht bestätigt und werden nicht verwendet (BankAccounts, MailAddress).");
        var waiting = (await DirectoryOf(provider).GetStatusAsync()).HeldBackLive;
        waiting.Select(change => (change.Office, change.Field)).Should().Equal((Id, nameof(Office.BankAccounts)), (Id, nameof(Office.MailAddress)));
        var logged = string.Join('\n', provider.GetFakeLogCollector().GetSnapshot().Select(record => record.Message));
        logged.Should().Contain("does not use 2 addresses or accounts").And.NotContain("boese").And.NotContain(Foreign);
    }

    [Fact]
    public async Task What_a_person_has_confirmed_is_used_and_nothing_else()
    {
        await using var provider = await ServeAsync(Known());
        Say("neu@amt.example", Foreign);
        await AskAsync(provider);
        var waiting = (await DirectoryOf(provider).GetStatusAsync()).HeldBackLive;
        SnapshotConfirmations.Add(_folder.Path, waiting.Where(change => change.Field == nameof(Office.MailAddress)));
        var office = OfficeOf(await AskAsync(provider));
        (office.MailAddress, office.BankAccounts.Single().Iban).Should().Be(("neu@amt.example", Account));
        office.HeldBack.Should().Equal(nameof(Office.BankAccounts));
        (await DirectoryOf(provider).GetStatusAsync()).HeldBackLive.Should().ContainSingle().Which.Field.Should().Be(nameof(Office.BankAccounts));
        _clock.Advance(TimeSpan.FromHours(1));
        Say("anders@amt.example", Account);
        OfficeOf(await AskAsync(provider)).MailAddress.Should().Be("amt@amt.example", "a confirmation fits one value");
    }

    [Fact]
    public async Task What_waits_is_the_value_named_last_and_nothing_once_the_service_is_right_again()
    {
        await using var provider = await ServeAsync(Known());
        foreach (var mail in new[] { "erst@amt.example", "dann@amt.example" })
        {
            Say(mail, Account);
            await AskAsync(provider);
            _clock.Advance(TimeSpan.FromHours(1));
            (await DirectoryOf(provider).GetStatusAsync()).HeldBackLive.Should().ContainSingle().Which.After.Should().Contain(mail);
        }

        Say("amt@amt.example", Account);
        await AskAsync(provider);
        (await DirectoryOf(provider).GetStatusAsync()).HeldBackLive.Should().BeEmpty();
    }

    [Fact]
    public async Task Values_that_the_snapshot_knows_are_no_change_and_what_live_does_not_say_stays()
    {
        await using var provider = await ServeAsync(Known() with { DeMailAddress = "a@de-mail.example", ServiceAccounts = ["BK-1"] });
        Say("amt@amt.example", Account);
        var office = OfficeOf(await AskAsync(provider));
        office.HeldBack.Should().BeEmpty();
        (office.DeMailAddress, office.ServiceAccounts.Single(), office.Destination).Should().Be(("a@de-mail.example", "BK-1", Destination));
        office.BankAccounts.Single().Holder.Should().Be("Stadt", "the account of the snapshot says more");
    }

    [Fact]
    public async Task A_value_where_there_was_none_is_held_back_too()
    {
        await using var provider = await ServeAsync(new Office(Id, "Live-Amt"));
        Say("neu@amt.example", Foreign);
        var office = OfficeOf(await AskAsync(provider));
        (office.MailAddress, office.BankAccounts.Count, office.HeldBack.Count).Should().Be((null, 0, 2));
    }

    [Theory]
    [InlineData("live", "Anders")]
    [InlineData("OE.live", "Anders")]
    [InlineData("S.OE.live", "Anders")]
    [InlineData("4711", "Live-Amt")]
    public async Task A_unit_is_recognised_by_its_number_however_it_is_written_or_by_its_name(string number, string name)
    {
        var known = Known() with { Id = Id with { Value = number }, Name = name };
        await using var provider = await ServeAsync(known);
        Say("boese@boese.example", Foreign);
        var office = OfficeOf(await AskAsync(provider));
        (office.Id, office.MailAddress).Should().Be((known.Id, "amt@amt.example"));
    }

    [Theory]
    [InlineData(true, "neu@amt.example")]
    [InlineData(false, null)]
    public async Task Units_that_are_new_are_treated_as_the_settings_say(bool trustNew, string? expected)
    {
        await using var provider = await ServeAsync(Known() with { Id = Id with { Value = "other" }, Name = "Other" }, new() { ["A:Snapshot:TrustNewOffices"] = trustNew.ToString() });
        Say("neu@amt.example", Foreign);
        OfficeOf(await AskAsync(provider)).MailAddress.Should().Be(expected);
    }

    [Fact]
    public async Task An_unreadable_list_of_confirmations_confirms_nothing()
    {
        await using var provider = await ServeAsync(Known());
        await DirectoryOf(provider).ListServicesAsync();
        await File.WriteAllTextAsync(_folder.Path + ".confirmed", "[");
        Say("neu@amt.example", Account);
        OfficeOf(await AskAsync(provider)).MailAddress.Should().Be("amt@amt.example");
    }

    public void Dispose() => _folder.Dispose();

    private static Office Known() => new(Id, "Live-Amt")
    {
        MailAddress = "amt@amt.example",
        Channels = [new OfficeChannel(ChannelKind.Mail, "amt@amt.example")],
        BankAccounts = [new BankAccount { Iban = Account, Holder = "Stadt" }],
    };

    private static Office OfficeOf(Competence answer) => answer.Should().BeOfType<Competence.Found>().Subject.Office;

    private static IAuthorityDirectory DirectoryOf(IServiceProvider provider) => provider.GetRequiredService<IAuthorityDirectory>();

    private static Task<Competence> AskAsync(IServiceProvider provider) => DirectoryOf(provider).ResolveAsync(Dog, Place.Of(Freiberg));

    private void Say(string mail, string iban) => _pvog.Detail(
        $$"""{"id":"S.OE.live","title":"Live-Amt","role":{"code":"01"},"location":{"communications":[{"code":"01","value":"{{mail}}"}]},"bankAccounts":[{"iban":"{{iban}}"}]}""");

    private async Task<ServiceProvider> ServeAsync(Office known, Dictionary<string, string?>? settings = null)
    {
        var draft = new SnapshotDraft();
        draft.AddRegion(RegionKey.Parse("14"), "Sachsen, Freistaat");
        draft.AddRegion(Freiberg, "Freiberg, Stadt");
        draft.AddService(new PublicService(Dog, "Hund anmelden"));
        draft.AddOffice(known);
        draft.AddCompetence(known.Id, Dog, Freiberg, destination: Destination);
        await _folder.WriteAsync(draft);
        return _pvog.Provide(_clock, new(settings ?? [])
        {
            ["A:Precedence"] = "LiveFirst",
            ["A:Snapshot:Path"] = _folder.Path,
            ["A:Snapshot:PublicKeys:0"] = _folder.PublicKey,
            ["A:ReloadInterval"] = "30.00:00:00",
        });
    }
}

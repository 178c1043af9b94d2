using System.Text.Json;
using System.Text.Json.Serialization;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Tests.Authorities;

/// <summary>Units and services keep all they hold when they are written as JSON without reflection.</summary>
public sealed partial class RecordJsonTests
{
    private static readonly OfficeId Id = new("S", "Organisationseinheit", "007");

    [Fact]
    public void A_unit_comes_back_as_it_was()
    {
        var office = new Office(Id, "Amt")
        {
            Role = OfficeRole.CompetentAndContact,
            Address = new OfficeAddress { Street = "Burgstraße", Kind = new AddressKind("001", "Hausanschrift"), Accessibility = [new LocalText("de", "Aufzug")] },
            Addresses = [new OfficeAddress { PostOfficeBox = "12" }],
            MailAddress = "a@amt.example",
            WebPage = new Uri("https://amt.example/"),
            Channels = [new OfficeChannel(ChannelKind.Telephone, "1")],
            DeMailAddress = "a@de-mail.example",
            EgvpAddress = "DE.1",
            ServiceConnectionKey = "wgb010540880000",
            ServiceAccounts = ["BK-1"],
            Destination = Guid.Parse("9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1f"),
            OnlyAdvises = true,
            BankAccounts = [new BankAccount { Iban = "DE89370400440532013000", Bic = "B", Holder = "H", Bank = "N", ServiceIds = [Id], Services = [LeikaKey.Parse("99102013104000")] }, new BankAccount { HasInvalidIban = true }],
            PaymentMeans = [new PaymentMeans("010", "Girokarte")],
            OpeningHours = [new LocalText("en", "<p>Tue</p>")],
            Accessibility = [new LocalText("de", "Rampe")],
        };
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(office, Records.Default.Office), Records.Default.Office).Should().BeEquivalentTo(office, options => options.ComparingByValue<LeikaKey>());
    }

    [Fact]
    public void A_service_comes_back_as_it_was()
    {
        var service = new PublicService(LeikaKey.Parse("99102013104000"), "Hund anmelden")
        {
            Synonyms = ["Hundesteuer"],
            Texts = [new ServiceText(TextModule.ShortText, "de", "<p>kurz</p>")],
            Fees =
            [
                new Fee(FeeKind.Fixed) { Amount = 96.5m, IsAdvancePayment = true, Purpose = "001", ValidFrom = new DateOnly(2026, 1, 1), ValidTo = new DateOnly(2026, 12, 31) },
                new Fee(FeeKind.Range) { LowestAmount = 1, HighestAmount = 2 },
            ],
            RequiredAssurance = new RequiredAssurance("20"),
            Types = ["4a"],
            Forms = [new ServiceLink(new Uri("https://amt.example/form.pdf"), "Formular")],
        };
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(service, Records.Default.PublicService), Records.Default.PublicService).Should().BeEquivalentTo(service, options => options.ComparingByValue<LeikaKey>());
    }

    [Fact]
    public void A_service_on_the_web_comes_back_as_it_was()
    {
        var online = new OnlineService(Id, "Dienst") { Links = [new ServiceLink(new Uri("https://dienst.example/"))], RequiredAssurance = new RequiredAssurance("10"), Languages = ["de", "hsb"] };
        JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(online, Records.Default.OnlineService), Records.Default.OnlineService).Should().BeEquivalentTo(online);
    }

    private sealed class ServiceKeyConverter : JsonConverter<LeikaKey>
    {
        public override LeikaKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LeikaKey.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, LeikaKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(ServiceKeyConverter)])]
    [JsonSerializable(typeof(Office))]
    [JsonSerializable(typeof(PublicService))]
    [JsonSerializable(typeof(OnlineService))]
    private sealed partial class Records : JsonSerializerContext;
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>A service as it lies in a snapshot: what each editor says of it. Which of them is shown depends on the day.</summary>
internal sealed record ServiceRecord(IReadOnlyList<ServiceDescription> Descriptions);

/// <summary>One editor's description of a service, and the days on which it holds; none for always.</summary>
internal sealed record ServiceDescription(PublicService Service, IReadOnlyList<DayInterval> Days);

/// <summary>A row of the region list.</summary>
internal sealed record RegionRecord(string Key, string Name)
{
    public string? Note { get; init; }

    public DateOnly? AsOf { get; init; }
}

/// <summary>A postal code of a municipality.</summary>
internal sealed record PostalCodeRecord(string Code, string Key);

/// <summary>What became of an area: each key is a region or a municipality key.</summary>
internal sealed record TerritoryRecord(string Old, IReadOnlyList<string> New, DateOnly From, int Kind)
{
    public string? OldName { get; init; }

    public string? NewName { get; init; }

    public string? NewKey { get; init; }
}

/// <summary>Names of regions, their postal codes and what became of former ones; the day of the lists' reading.</summary>
internal sealed record CatalogueRecord(
    DateOnly Day, IReadOnlyList<RegionRecord> Regions, IReadOnlyList<PostalCodeRecord> PostalCodes, IReadOnlyList<TerritoryRecord> Changes);

/// <summary>A value of a unit that is not used until a person has confirmed it, and the one that is used meanwhile.</summary>
internal sealed record HeldRecord(int Unit, string Field, string? Trusted = null);

/// <summary>Reads and writes what lies in a snapshot as JSON.</summary>
internal static class SnapshotRecords
{
    private static readonly JsonSerializerOptions _strict = new(SnapshotJson.Default.Options) { TypeInfoResolver = SnapshotJson.Default.WithAddedModifier(RequireWhatIsAlwaysWritten) };

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <exception cref="InvalidDataException">The bytes are not what they should be.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes)
        where T : class
    {
        try
        {
            RefuseNull(bytes);
            return JsonSerializer.Deserialize(bytes, (JsonTypeInfo<T>)_strict.GetTypeInfo(typeof(T)))!;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or NotSupportedException)
        {
            throw new InvalidDataException("A record cannot be read.", exception);
        }
    }

    public static RoleTable Roles(ReadOnlySpan<byte> bytes) => new(bytes.IsEmpty ? [] : Read<string[]>(bytes));

    // Nothing is ever written as null, neither a member nor an element of a list, whose annotations the serializer does not see.
    private static void RefuseNull(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null)
                throw new InvalidDataException("A record holds a null.");
        }
    }

    // A list that is not there would become null, whatever its initial value says: the generated code sets each member that is set once.
    private static void RequireWhatIsAlwaysWritten(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired |= property.Set is not null && !property.IsSetNullable;
    }
}

/// <summary>How records are written: without what is empty, keys as their digits.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(KeyConverters.Key<LeikaKey>), typeof(KeyConverters.Key<RegionKey>), typeof(KeyConverters.Key<PostalCode>), typeof(KeyConverters.Key<MunicipalityKey>), typeof(KeyConverters.Days)])]
[JsonSerializable(typeof(Office))]
[JsonSerializable(typeof(OnlineService))]
[JsonSerializable(typeof(BankAccount[]))]
[JsonSerializable(typeof(ServiceRecord))]
[JsonSerializable(typeof(CatalogueRecord))]
[JsonSerializable(typeof(Snapshots.SnapshotInfo))]
[JsonSerializable(typeof(HeldRecord[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class SnapshotJson : JsonSerializerContext;

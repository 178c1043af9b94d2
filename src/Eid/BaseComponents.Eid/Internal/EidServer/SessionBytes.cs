using System.Text.Json;
using System.Text.Json.Serialization;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.Internal.EidServer;

/// <summary>A session as bytes. The form has a version: a store may hold sessions that another version of this component wrote.</summary>
internal static class SessionBytes
{
    private const int Version = 1;

    public static byte[] Write(EidServerSession session) => JsonSerializer.SerializeToUtf8Bytes(
        new StoredSession
        {
            Version = Version,
            Id = session.Id,
            PskId = session.PskId,
            PskKey = session.PskKey,
            Address = session.ECardServerAddress?.OriginalString,
            Operations = session.Operations.ToDictionary(pair => pair.Key.Name, pair => pair.Value is EidServerDemand.Required),
            Level = (int?)session.MinimumLevel,
            EidTypes = session.EidTypes?.Select(type => type.Name).ToArray(),
            Counter = session.RequestCounter,
        },
        SessionJson.Default.StoredSession);

    public static EidServerSession? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, SessionJson.Default.StoredSession) is { Version: Version } stored ? Session(stored) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EidServerSession? Session(StoredSession stored) => Uri.TryCreate(stored.Address, UriKind.Absolute, out var address) || stored.Address is null
        ? new EidServerSession
        {
            Id = stored.Id,
            PskId = stored.PskId,
            PskKey = stored.PskKey,
            ECardServerAddress = address,
            Operations = stored.Operations.ToDictionary(pair => new EidServerOperation(pair.Key), pair => pair.Value ? EidServerDemand.Required : EidServerDemand.Allowed),
            MinimumLevel = (AssuranceLevel?)stored.Level,
            EidTypes = stored.EidTypes?.Select(name => new EidServerEidType(name)).ToHashSet(),
            RequestCounter = stored.Counter,
        }
        : null;
}

/// <summary>What is stored.</summary>
internal sealed class StoredSession
{
    public required int Version { get; init; }

    public required string Id { get; init; }

    public required string PskId { get; init; }

    public required string PskKey { get; init; }

    public string? Address { get; init; }

    public required Dictionary<string, bool> Operations { get; init; }

    public int? Level { get; init; }

    public string[]? EidTypes { get; init; }

    public int Counter { get; init; }
}

/// <summary>Its reader and writer, made when the component is built.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StoredSession))]
internal sealed partial class SessionJson : JsonSerializerContext;

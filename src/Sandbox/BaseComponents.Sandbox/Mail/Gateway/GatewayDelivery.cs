using System.Text.Json.Serialization;

namespace BaseComponents.Sandbox.Mail.Gateway;

/// <summary>How the gateway let a mail reach one recipient.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GatewayWay>))]
internal enum GatewayWay
{
    /// <summary>It was encrypted when it came.</summary>
    PassedOn,

    /// <summary>The gateway encrypted it with the recipient's certificate.</summary>
    Encrypted,

    /// <summary>Nobody knows a key: it lies in a mailbox on the web, which is not played any further.</summary>
    WebMailbox,

    /// <summary>As it came, readable for everyone.</summary>
    Plain,
}

/// <summary>What became of a mail for some of its recipients, and the mail that left; none where it lies in the mailbox on the web, or left as it came.</summary>
internal sealed record GatewayDelivery(IReadOnlyList<string> Recipients, GatewayWay Way, byte[]? Raw);

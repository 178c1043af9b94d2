using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Eid.Redis;

/// <summary>Where Redis, or Valkey, is found.</summary>
public sealed class EidRedisOptions
{
    /// <summary>Servers, password and TLS in the form of StackExchange.Redis, such as <c>redis-1:6380,redis-2:6380,ssl=true,user=eid,password=…</c>. Version 6.2 of Redis at least.</summary>
    [Required]
    public string? Configuration { get; set; }

    /// <summary>Stands in front of every key, so that an access list can confine this user to them.</summary>
    /// <value><c>eid:</c></value>
    [Required(AllowEmptyStrings = true)]
    [StringLength(50)]
    public string KeyPrefix { get; set; } = "eid:";

    /// <summary>How long one operation may take; a log-in that would have to wait longer is refused.</summary>
    /// <value>2 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.1000000", "00:00:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);
}

using System.Security.Cryptography;
using System.Text;
using BaseComponents.Authorities.Internal.Storage;

namespace BaseComponents.Authorities.Internal;

/// <summary>A watched value of a unit that is another one than before.</summary>
/// <param name="Unit">Index of the unit in the newer snapshot.</param>
/// <param name="Office">The unit as the newer snapshot has it.</param>
/// <param name="Field">Name of the <see cref="WatchedField"/>.</param>
/// <param name="Before">The value that is used so far; null for none.</param>
/// <param name="After">The new value; null for none.</param>
/// <param name="IsNewOffice">Whether the older snapshot does not have the unit at all.</param>
internal sealed record ValueChange(int Unit, Office Office, string Field, string? Before, string? After, bool IsNewOffice)
{
    /// <summary>What a person confirms: SHA-256 over unit, field and new value, in hexadecimal digits.</summary>
    public string Confirmation
    {
        get
        {
            using var bytes = new MemoryStream();
            foreach (var part in (string?[])[Office.Id.Agency, Office.Id.Scheme, Office.Id.Value, Field, After])
            {
                var text = Encoding.UTF8.GetBytes(part ?? "");
                bytes.Write(BitConverter.GetBytes(part is null ? -1 : text.Length));
                bytes.Write(text);
            }

            return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
        }
    }

    public static ValueChange Of(Snapshot snapshot, HeldRecord held)
    {
        var office = snapshot.NewestOfficeAt(held.Unit);
        return new ValueChange(held.Unit, office, held.Field, held.Trusted, WatchedField.Find(held.Field)?.Of(office), IsNewOffice: false);
    }
}

using System.Security.Cryptography;
using DogLicence.Documents;

namespace DogLicence.Cases;

/// <summary>Vorgangsnummer, such as <c>HUND-2027-7KQ4M2XD</c>: easy to read out, says nothing about the person.</summary>
public static class CaseNumber
{
    // Without letters and digits that look alike.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Next(TimeProvider clock) => $"HUND-{GermanDate.Day(clock.GetUtcNow()).Year}-{RandomNumberGenerator.GetString(Alphabet, 8)}";
}

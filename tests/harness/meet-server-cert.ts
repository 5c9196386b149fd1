/**
 * A self-signed certificate for the stand-in of Meet and Zoom. Test only: no browser trusts it unless a test tells
 * that one browser to, so the key is no secret. Made once with
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj "/CN=Milepost test fixture"`.
 */
export const testOnlyKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgoW7avQwWcm4AtbR3
QUUsiKPRKaSY5RRXYeL/kvDMHUuhRANCAATruOynkZO4znLI3IaDM9DP89NUkbqT
l+m1sPVkOhHAZiJo/GNT/+RREZjB3yrmOnf9XGze9wIY/aS9QyWjgaxs
-----END PRIVATE KEY-----
`;

export const testOnlyCertificate = `-----BEGIN CERTIFICATE-----
MIICLTCCAdOgAwIBAgIUJfh3WGhX0zP8RfBcS9UICr9ZftYwCgYIKoZIzj0EAwIw
MzExMC8GA1UEAwwoTWlsZXBvc3QgdGVzdCBmaXh0dXJlLCB0cnVzdGVkIGJ5IG5v
Ym9keTAgFw0yNjExMjEwMTUyMDNaGA8yMTI2MTAyODAxNTIwM1owMzExMC8GA1UE
AwwoTWlsZXBvc3QgdGVzdCBmaXh0dXJlLCB0cnVzdGVkIGJ5IG5vYm9keTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABOu47KeRk7jOcsjchoMz0M/z01SRupOX6bWw
9WQ6EcBmImj8Y1P/5FERmMHfKuY6d/1cbN73Ahj9pL1DJaOBrGyjgcIwgb8wHQYD
VR0OBBYEFFBZoMjwj4zChaWlj3brAwr4Ab/2MB8GA1UdIwQYMBaAFFBZoMjwj4zC
haWlj3brAwr4Ab/2MEoGA1UdEQRDMEGCD21lZXQuZ29vZ2xlLmNvbYIJKi56b29t
LnVzggd6b29tLnVzggkqLmV4YW1wbGWCCWxvY2FsaG9zdIcEfwAAATAMBgNVHRMB
Af8EAjAAMA4GA1UdDwEB/wQEAwIHgDATBgNVHSUEDDAKBggrBgEFBQcDATAKBggq
hkjOPQQDAgNIADBFAiBxZe4fdtPmIthVVT5UVpQJJ7tEUCbnLSKcrqNETqavTAIh
AO2XiJu8EhrWGhrBMfEU3jujINCAQuokMWnZV4KQ2X1d
-----END CERTIFICATE-----
`;

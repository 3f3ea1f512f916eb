"""시험용 행정정보 공동이용: business and corporate registers of invented businesses (`assumed` protocol)."""

"""Everything that lies outside the house: 본인확인, 문자, 세무, 행정정보 공동이용, 주소.

Each outside system has a port (`ports/`: what we ask of it, in our words) and adapters (`adapters/`: how
one system is spoken to). Every port has a `manual` adapter, with which an officer does by hand what no
contract does yet. Which adapter serves a port is a setting; `registry.port("sms")` gives it.

Law: 전자정부법 §10 (본인확인), §36① and §42 (행정정보 공동이용과 동의), 지방세법 §38의2 (면허에 관한 통보).
May import: core. Begin with `ports/`, then `exchange.py`, through which every adapter speaks.
"""
